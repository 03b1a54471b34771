import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import managedSchema from '#extension/public/managed-schema.json' with { type: 'json' }
import { ManagedConfiguration } from '#shared/protocol/managed.ts'

const folder = 'docs/install'
const samples = join(folder, 'samples')
const read = (name: string): string => readFileSync(join(samples, name), 'utf8')

const Id = v.pipe(v.string(), v.regex(/^[a-p]{32}$/))
const Setting = v.object({
  installation_mode: v.picklist(['blocked', 'force_installed']),
  update_url: v.optional(v.pipe(v.string(), v.url())),
})
const BrowserPolicies = v.looseObject({
  ExtensionSettings: v.record(v.union([v.literal('*'), Id]), Setting),
  '3rdparty': v.strictObject({ extensions: v.record(Id, v.unknown()) }),
  ForceGoogleSafeSearch: v.literal(true),
  ForceYouTubeRestrict: v.picklist([1, 2]),
  URLBlocklist: v.pipe(v.array(v.string()), v.minLength(5), v.maxLength(1000)),
})

/** What Lapwing would read, taken out of each sample by the rules of its platform. */
const lapwingPart: Readonly<Record<string, (text: string) => unknown>> = {
  'google-admin-extension.json': (text) =>
    Object.fromEntries(
      Object.entries(
        v.parse(v.record(v.string(), v.strictObject({ Value: v.string() })), JSON.parse(text)),
      ).map(([key, { Value }]) => [key, Value]),
    ),
  'chrome-policies.json': (text) => inPolicies(text),
  'edge-policies.json': (text) => inPolicies(text),
  'chrome.reg': (text) => inRegistry(text),
  'edge.reg': (text) => inRegistry(text),
  'managed-app.plist': (text) =>
    Object.fromEntries(
      [...text.matchAll(/<key>(\w+)<\/key>\s*<string>([^<]*)<\/string>/g)].map(([, key, value]) => [
        key,
        value,
      ]),
    ),
}

function inPolicies(text: string): unknown {
  const policies = v.parse(BrowserPolicies, JSON.parse(text))
  const [[id, configuration] = [], ...others] = Object.entries(policies['3rdparty'].extensions)
  expect(others).toEqual([])
  expect(policies.ExtensionSettings[id ?? '']?.installation_mode).toBe('force_installed')
  expect(policies.ExtensionSettings['*']?.installation_mode).toBe('blocked')
  return configuration
}

/** Keys of a registry file with their values: strings as they are, numbers as numbers. */
function registry(text: string): Map<string, Record<string, string | number>> {
  const [head, ...lines] = text.split('\r\n')
  expect(head).toBe('Windows Registry Editor Version 5.00')
  const keys = new Map<string, Record<string, string | number>>()
  let key: Record<string, string | number> = {}
  for (const line of lines.filter((one) => one !== '')) {
    const section = /^\[(HKEY_LOCAL_MACHINE\\Software\\Policies\\.+)\]$/.exec(line)?.[1]
    const value = /^"(?<name>[^"]+)"=(?:dword:(?<number>[0-9a-f]{8})|(?<text>".*"))$/.exec(line)?.groups
    if (section === undefined && value === undefined) throw new Error(`no line of a registry file: ${line}`)
    if (section !== undefined) keys.set(section, (key = {}))
    else if (value?.['name'] !== undefined)
      key[value['name']] =
        value['text'] === undefined
          ? Number.parseInt(value['number'] ?? '', 16)
          : v.parse(v.string(), JSON.parse(value['text']))
  }
  return keys
}

function inRegistry(text: string): unknown {
  const [[, configuration] = [], ...others] = [...registry(text)].filter(([name]) =>
    /\\3rdparty\\extensions\\[a-p]{32}\\policy$/.test(name),
  )
  expect(others).toEqual([])
  return configuration
}

describe('the install kit', () => {
  test.each(Object.keys(lapwingPart))('%s holds what the extension reads', (name) => {
    const configuration = lapwingPart[name]?.(read(name))
    expect(v.safeParse(ManagedConfiguration, configuration).issues).toBeUndefined()
    const unknown = Object.keys(configuration as object).filter((key) => !(key in managedSchema.properties))
    expect(unknown).toEqual([])
  })

  test.each(['chrome', 'edge'])('says the same of %s as JSON and for the registry', (browser) => {
    const {
      '3rdparty': _,
      URLBlocklist,
      ExtensionSettings,
      ...flat
    } = v.parse(BrowserPolicies, JSON.parse(read(`${browser}-policies.json`)))
    const [[, values] = []] = [...registry(read(`${browser}.reg`))]
    const { ExtensionSettings: settings, ...others } = values ?? {}
    expect(JSON.parse(String(settings))).toEqual(ExtensionSettings)
    expect(others).toEqual(
      Object.fromEntries(
        Object.entries(flat).map(([name, value]) => [
          name,
          typeof value === 'boolean' ? Number(value) : value,
        ]),
      ),
    )
    const list = [...registry(read(`${browser}.reg`))].find(([name]) =>
      name.endsWith(String.raw`\URLBlocklist`),
    )
    expect(Object.values(list?.[1] ?? {})).toEqual(URLBlocklist)
  })

  test('has a check for every sample, and every link of its pages leads somewhere', () => {
    const declared = v.looseObject({ Type: v.literal('com.apple.configuration.safari.extensions.settings') })
    expect(v.is(declared, JSON.parse(read('safari-extension.json')))).toBe(true)
    expect(readdirSync(samples).toSorted()).toEqual(
      [...Object.keys(lapwingPart), 'safari-extension.json'].toSorted(),
    )
    const pages = readdirSync(folder).filter((name) => name.endsWith('.md'))
    const links = pages.flatMap((name) =>
      [...readFileSync(join(folder, name), 'utf8').matchAll(/\]\(([^)#]+)/g)].map(
        ([, target]) => target ?? '',
      ),
    )
    expect(links.filter((target) => !existsSync(join(folder, target)))).toEqual([])
    expect(links.length).toBeGreaterThan(10)
  })
})
