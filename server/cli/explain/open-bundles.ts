import { err, ok, type Result } from '#shared/base/result.ts'
import { bundleProblem } from '#shared/classify/url/bundle-integrity.ts'
import { type ListBundle, openBundle } from '#shared/classify/url/bundle-reader.ts'
import { starterBundle } from '#shared/classify/url/starter/starter-bundle.ts'
import { readInput } from '../input-file.ts'

/** The packaged lists and then the given files, as a device has them. The error is a sentence that names the file. */
export async function openBundles(files: readonly string[]): Promise<Result<ListBundle[]>> {
  const starter = openBundle(starterBundle())
  if (!starter.ok) throw new Error(`the packaged list does not open: ${starter.error}`)
  const bundles = [starter.value]
  for (const file of files) {
    const bytes = await readInput(file)
    if (!bytes.ok) return bytes
    const damaged = bundleProblem(bytes.value.buffer)
    if (damaged !== null) return err(`${file}: ${damaged}`)
    const bundle = openBundle(bytes.value.buffer)
    if (!bundle.ok) return err(`${file}: ${bundle.error}`)
    bundles.push(bundle.value)
  }
  return ok(bundles)
}
