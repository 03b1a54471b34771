const browsers = [
  ['Edge', /\bEdg\/(\d+)/],
  ['Chrome', /Chrome\/(\d+)/],
  ['Safari', /\bVersion\/(\d+)[\d.]* .*Safari\//],
] as const
const systems = [
  ['ChromeOS', /\bCrOS\b/],
  ['Windows', /\bWindows\b/],
  ['iPad', /\biPad\b/],
  ['Mac', /\bMacintosh\b/],
  ['Linux', /\bLinux\b/],
] as const

/** What ICT reads of a device's kind, such as "Chrome 156, ChromeOS": all that is told of its user agent. */
export function platformName(userAgent: string): string {
  const browser = browsers.find(([, mark]) => mark.test(userAgent))
  const version = browser?.[1].exec(userAgent)?.[1]
  const system = systems.find(([, mark]) => mark.test(userAgent))
  return `${browser ? `${browser[0]} ${version}` : 'Another browser'}, ${system?.[0] ?? 'another system'}`
}
