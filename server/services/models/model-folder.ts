import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'

const folderOf = (schoolFolder: string): string => join(schoolFolder, 'models')

/** Where the bytes of a signed text model lie: a file named by its hash, beside the school's database. */
export const modelFile = (schoolFolder: string, hash: string): string =>
  join(folderOf(schoolFolder), `${hash}.model`)

/** Removes every model but the one that is in force now. Not before it is: a refused one must take nothing away. */
export async function tidyModels(schoolFolder: string, current: string): Promise<void> {
  for (const name of await readdir(folderOf(schoolFolder)))
    if (name !== `${current}.model`) await rm(join(folderOf(schoolFolder), name), { force: true })
}
