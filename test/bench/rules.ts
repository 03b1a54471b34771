import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readNames, writeNames } from '#shared/classify/url/names-file.ts'
import { namesOf } from '#shared/classify/url/names-of.ts'
import { RuleTable } from '#shared/classify/url/rule-table.ts'
import { policyBeforeEnrolment } from '#shared/policy/baseline.ts'
import { ruleLimits } from '#shared/policy/rule-limits.ts'
import { ruleSets } from '#shared/policy/rule-sets.ts'
import { launchRaw } from '#test/support/browser/raw.ts'

const hosts = 1_000_000
const rounded = (value: number, digits = 1): number => Number(value.toFixed(digits))

/** Names as long as those of published lists (18 characters on average), the same in every run; one in a thousand is popular. */
function inventedTable(): { table: RuleTable; ranks: Map<string, number> } {
  const table = new RuleTable()
  const ranks = new Map<string, number>()
  for (let index = 0; index < hosts; index++) {
    const letters = Math.imul(index + 1, 2_654_435_761) >>> 0
    const word = (letters % 1e7)
      .toString(36)
      .padStart(5, 'x')
      .repeat(2)
      .slice(0, 6 + (letters % 9))
    const host = `${word}-${index.toString(36)}.${index % 5 === 0 ? 'co.uk' : 'com'}`
    table.addHost(host, index % 3 === 0 ? 'phishing' : index % 3 === 1 ? 'pornography' : 'malware')
    if (index % 1000 === 0) ranks.set(host, index)
  }
  return { table, ranks }
}

const manifest = {
  manifest_version: 3,
  name: 'rules',
  version: '1',
  permissions: ['declarativeNetRequest', 'unlimitedStorage'],
  host_permissions: ['<all_urls>'],
  background: { service_worker: 'worker.js' },
}

/** What a real Chromium makes of the rules: milliseconds of `updateDynamicRules`, bytes of the profile's files of rules. */
async function inChromium(rules: unknown): Promise<{ updateMs: number; indexed: number; json: number }> {
  const dir = await mkdtemp(join(tmpdir(), 'lapwing-rules-'))
  await writeFile(join(dir, 'manifest.json'), JSON.stringify(manifest))
  await writeFile(join(dir, 'worker.js'), '')
  await writeFile(join(dir, 'page.html'), '<!doctype html><title>rules</title>')
  await writeFile(join(dir, 'rules.json'), JSON.stringify(rules))
  const browser = await launchRaw({ extensionDir: dir, managed: {}, byPolicy: false })
  try {
    await browser.waitForWorker()
    const page = await browser.extensionPage('page.html')
    await page.waitForUrl((url) => url.endsWith('page.html'))
    const updateMs = await page.evaluate<number>(`(async () => {
      const addRules = await (await fetch('/rules.json')).json()
      const begin = performance.now()
      await chrome.declarativeNetRequest.updateDynamicRules({ addRules })
      return performance.now() - begin
    })()`)
    const profile = browser.device.profileDir
    const files = await readdir(profile, { recursive: true, withFileTypes: true })
    const sizes = { indexed: 0, json: 0 }
    for (const file of files) {
      if (!file.isFile() || !file.parentPath.includes('DNR Extension Rules')) continue
      const { size } = await stat(join(file.parentPath, file.name))
      sizes[file.name.endsWith('.json') ? 'json' : 'indexed'] += size
    }
    return { updateMs, ...sizes }
  } finally {
    await browser.close()
    await rm(dir, { recursive: true, force: true })
  }
}

/** What a million hosts cost as rules of the browser's own engine, from the table of a build to the files of a profile. */
export async function benchRules(): Promise<object> {
  const { table, ranks } = inventedTable()
  const seconds = (since: NodeJS.CpuUsage): number => {
    const { user, system } = process.cpuUsage(since)
    return rounded((user + system) / 1e6)
  }
  const choosing = process.cpuUsage()
  const file = writeNames(namesOf(table, ranks, hosts))
  const chooseCpuSeconds = seconds(choosing)
  const compiling = process.cpuUsage()
  const names = readNames(file)
  if (!names.ok) throw new Error(names.error)
  const blockPage = { url: `chrome-extension://${'a'.repeat(32)}/blocked.html`, path: '/blocked.html' }
  const compile = (limits: Parameters<typeof ruleSets>[2]) =>
    ruleSets(policyBeforeEnrolment, [names.value], limits, blockPage)
  const chromium = compile(ruleLimits.chromium)
  const compileCpuSeconds = seconds(compiling)
  const safari = compile(ruleLimits.safari)
  // The engine takes redirects to the extension's own pages only; in the bench it is another extension.
  const own = chromium.rules.map((rule) =>
    rule.action.type === 'redirect'
      ? { ...rule, action: { type: 'redirect', redirect: { extensionPath: '/page.html' } } }
      : rule,
  )
  const found = await inChromium(own)
  const letters = names.value.hosts.reduce((sum, host) => sum + host.length, 0)
  return {
    hosts,
    meanName: rounded(letters / hosts),
    namesFileBytesPerHost: rounded(file.byteLength / hosts),
    chooseCpuSeconds,
    readAndCompileCpuSeconds: compileCpuSeconds,
    chromium: {
      rules: chromium.rules.length,
      held: chromium.coverage.held,
      jsonBytesPerHost: rounded(found.json / hosts),
      indexedBytesPerHost: rounded(found.indexed / hosts),
      updateMs: Math.round(found.updateMs),
    },
    safari: { rules: safari.rules.length, ...safari.coverage },
  }
}
