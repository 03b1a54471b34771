import { buildWhatIsStale } from './stale-builds.ts'

/** Builds what the tests look at and what they run: the extension per browser and the console. */
export async function setup(): Promise<void> {
  await buildWhatIsStale()
}
