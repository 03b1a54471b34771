/**
 * Chrome’s Energy Saver turns itself on when this share is left and nothing charges (`kLowBatteryThresholdPercent` in Chromium’s
 * battery_saver_mode_manager). It tells extensions nothing of that, so the battery itself is asked, whatever Energy Saver is set to.
 */
const low = 0.2

/** What a document in a secure context may know of the device’s battery: always as it is now. */
interface Battery {
  readonly charging: boolean
  readonly level: number
}

/**
 * Says at any time whether the battery is to be spared. A device without one counts as charging; where nobody may ask (Safari) or the browser
 * will not say, pictures are looked at as if it were: sparing is a favour, and looking is the rule.
 * @param browser the document’s `navigator`
 */
export function watchBattery(browser: object): () => boolean {
  let battery: Battery | null = null
  const ask = async (): Promise<void> => {
    // The shared types do not know it: only Chromium has it.
    battery = (await (browser as { getBattery?(): Promise<Battery> }).getBattery?.()) ?? null
  }
  // A browser that refuses to say has no battery to be spared: nothing is lost but the sparing.
  ask().catch(() => undefined)
  return () => battery !== null && !battery.charging && battery.level <= low
}
