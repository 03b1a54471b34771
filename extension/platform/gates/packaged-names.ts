import * as v from 'valibot'
import { parse } from '#shared/base/parse.ts'
import { isNameable } from '#shared/classify/url/names-file.ts'
import { CategoryId, isSafe } from '#shared/domain/category.ts'
import type { ListedNames } from '#shared/domain/listed-names.ts'
import { browser } from '../browser.ts'

const StarterHosts = v.array(v.object({ category: CategoryId, hosts: v.array(v.string()) }))

/** The packaged hosts by name. Throws when the package is damaged. */
export async function packagedNames(): Promise<ListedNames> {
  const lists = parse(StarterHosts, await (await fetch(browser.runtime.getURL('/starter-hosts.json'))).json())
  if (!lists.ok) throw new Error(lists.error)
  return namesByCategory(lists.value)
}

/** Hosts by category as names. A site with a path counts where it is safe: then its host cannot be shut as a whole. */
export function namesByCategory(
  lists: readonly { readonly category: CategoryId; readonly hosts: readonly string[] }[],
): ListedNames {
  const categoriesOf = new Map<string, CategoryId[]>()
  for (const { category, hosts } of lists)
    for (const site of hosts) {
      const host = isSafe(category) ? site.replace(/\/.*/, '') : site
      if (isNameable(host)) categoriesOf.set(host, [...(categoriesOf.get(host) ?? []), category])
    }
  const hosts = [...categoriesOf.keys()]
  const sets = hosts.map((host) => ({ categories: categoriesOf.get(host) ?? [], listed: 1, popular: 0 }))
  return { sets, hosts, setOf: Uint16Array.from(hosts.keys()), popular: new Uint8Array(hosts.length) }
}
