import { err, ok, type Result } from '#shared/base/result.ts'
import { type ListBundle, openBundle } from '#shared/classify/url/bundle-reader.ts'
import { starterBundle } from '#shared/classify/url/starter/starter-bundle.ts'
import { readBundleFile } from '../lists/list-file.ts'

/** The packaged lists and then the given files, as a device has them. The error is a sentence that names the file. */
export async function openBundles(files: readonly string[]): Promise<Result<ListBundle[]>> {
  const starter = openBundle(starterBundle())
  if (!starter.ok) throw new Error(`the packaged list does not open: ${starter.error}`)
  const bundles = [starter.value]
  for (const file of files) {
    const read = await readBundleFile(file)
    if (!read.ok) return read
    const bundle = openBundle(read.value.file)
    if (!bundle.ok) return err(`${file}: ${bundle.error}`)
    bundles.push(bundle.value)
  }
  return ok(bundles)
}
