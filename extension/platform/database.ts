import { deleteDB, type IDBPDatabase } from 'idb'

/**
 * Opens a database, and makes it anew when it cannot be opened: a device without its memory still protects, a device that hangs
 * on a damaged file does not.
 */
export async function openOrRecreate<S>(
  name: string,
  open: () => Promise<IDBPDatabase<S>>,
): Promise<{ database: IDBPDatabase<S>; recovered: boolean }> {
  try {
    return { database: await open(), recovered: false }
  } catch {
    await deleteDB(name)
    return { database: await open(), recovered: true }
  }
}
