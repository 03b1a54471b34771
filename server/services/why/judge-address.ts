import { inAddressBar } from '#shared/classify/url/address-bar.ts'
import { type ListBundle, openBundle } from '#shared/classify/url/bundle-reader.ts'
import { type UrlClassifier, urlClassifier } from '#shared/classify/url/classify.ts'
import { starterBundle } from '#shared/classify/url/starter/starter-bundle.ts'
import { verdictOfUnseen } from '#shared/classify/url/unseen-documents.ts'
import type { Verdict } from '#shared/domain/verdict.ts'
import { withStoredLists } from '../lists/stored-lists.ts'

/** An address as devices judge it, and the lists of the school that had a say. */
export interface JudgedAddress {
  readonly verdict: Verdict
  readonly lists: string | null
}

/** More rounds of reading than any address needs: a host's page, its path rules', and the same for what it leads to. */
const mostRounds = 12

let packaged: ListBundle | null = null

function packagedLists(): ListBundle {
  if (packaged !== null) return packaged
  const opened = openBundle(starterBundle())
  if (!opened.ok) throw new Error(`the packaged lists do not open: ${opened.error}`)
  packaged = opened.value
  return packaged
}

const judgeBy = (classify: UrlClassifier, url: string): Verdict => verdictOfUnseen(url) ?? classify(url)

/** What the packaged lists and the school's own say of an address, typed as into an address bar. */
export async function judgeAddress(
  schoolFolder: string,
  listsHash: string | null,
  typed: string,
): Promise<JudgedAddress> {
  const url = inAddressBar(typed)
  if (listsHash === null) return { verdict: judgeBy(urlClassifier([packagedLists()]), url), lists: null }
  const judged = await withStoredLists(schoolFolder, listsHash, async ({ bundle, misses, bring }) => {
    const classify = urlClassifier([packagedLists(), bundle])
    const lists = `${bundle.name} ${bundle.version}`
    for (let round = 0; round < mostRounds; round++) {
      const before = misses()
      const verdict = judgeBy(classify, url)
      if (misses() === before) return { verdict, lists }
      await bring()
    }
    throw new Error('an address needs more pages of a list than there can be')
  })
  if (!judged.ok) throw new Error(judged.error)
  return judged.value
}
