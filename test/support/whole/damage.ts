import type { Page } from 'playwright-core'

/** Writes nonsense over everything the device remembers and over the state of its outbox, from a page of the extension. */
export async function damageRecords(screen: Page): Promise<void> {
  await screen.evaluate(async () => {
    const open = (name: string): Promise<IDBDatabase> =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open(name)
        opening.addEventListener('success', () => resolve(opening.result))
        opening.addEventListener('error', () => reject(opening.error ?? new Error(name)))
      })
    const overwrite = async (
      name: string,
      store: string,
      isKept: (key: IDBValidKey) => boolean,
    ): Promise<void> => {
      const database = await open(name)
      await new Promise<void>((resolve, reject) => {
        const change = database.transaction(store, 'readwrite')
        const walk = change.objectStore(store).openCursor()
        walk.addEventListener('success', () => {
          const cursor = walk.result
          if (cursor === null) return
          if (!isKept(cursor.key)) cursor.update({ nonsense: 'damaged', bytes: new ArrayBuffer(7) })
          cursor.continue()
        })
        change.addEventListener('complete', () => resolve())
        change.addEventListener('error', () => reject(change.error ?? new Error(store)))
      })
      database.close()
    }
    await overwrite('lapwing-records', 'records', () => false)
    await overwrite('lapwing-outbox', 'state', () => false)
  })
}
