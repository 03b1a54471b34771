import * as chromium from '#extension/simulator/chromium/chromium.ts'

/** The path of the Chromium that tests run: LAPWING_CHROMIUM when set, else Debian's, which is installed when it may be. */
export const ensureChromium = (): Promise<string> => chromium.ensureChromium(process.env['LAPWING_CHROMIUM'])
