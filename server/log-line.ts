/** Writes one JSON line to standard output. */
export const logLine = (line: Readonly<Record<string, unknown>>): void => {
  process.stdout.write(`${JSON.stringify(line)}\n`)
}
