/** Asks for a host and then for each of its parents, until one answers yes. */
export function findParent(host: string, isListed: (name: string) => boolean): boolean {
  for (let name = host; ;) {
    if (isListed(name)) return true
    const dot = name.indexOf('.')
    if (dot === -1) return false
    name = name.slice(dot + 1)
  }
}
