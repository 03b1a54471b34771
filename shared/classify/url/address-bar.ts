/** A host with a dot and no scheme, as people write it. */
const bareHost = /^[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)+\.?(?::\d+)?(?:[/?#]|$)/u

/** An address bar drops white space at the ends and goes to a bare host; without this `gambling.example` would pass as no address at all. */
export function inAddressBar(text: string): string {
  const typed = text.trim()
  return bareHost.test(typed) ? `https://${typed}` : typed
}
