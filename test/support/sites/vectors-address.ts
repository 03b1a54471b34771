import type { Vector } from './vector.ts'

const fullWidth = (text: string): string =>
  text.replace(/[a-z]/gu, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0))
const percent = (text: string): string =>
  text.replace(/[a-z]/gu, (letter) => `%${letter.charCodeAt(0).toString(16)}`)

const address = (name: string, page: (bad: string) => string, bad?: string): Vector => ({
  name,
  page,
  how: 'open',
  held: true,
  ...(bad === undefined ? {} : { bad }),
})

const v4 = '127.0.0.2'
const idn = 'xn--bd-via.test'

/** Addresses typed, pasted or linked: all the ways to write a blocked host. */
export const addressVectors: readonly Vector[] = [
  address('direct http', (bad) => `http://${bad}/`),
  address('direct https', (bad) => `https://${bad}/`),
  address('subdomain', (bad) => `http://deep.down.${bad}/`),
  address('mixed case', (bad) => `http://${bad.toUpperCase()}/`),
  address('trailing dot', (bad) => `http://${bad}./`),
  address('port 8080', (bad) => `http://${bad}:8080/`),
  address('userinfo', (bad) => `http://user:word@${bad}/`),
  address('userinfo that looks like a good host', (bad) => `http://good.test@${bad}/`),
  address('percent-encoded host', (bad) => `http://${percent(bad)}/`),
  address('full-width letters', (bad) => `http://${fullWidth(bad)}/`),
  address('ideographic full stop', (bad) => `http://${bad.replaceAll('.', '。')}/`),
  address('IDN', () => 'http://bäd.test/', idn),
  address('backslashes', (bad) => String.raw`http:\\${bad}\page`),
  address('tab and newline in the address', (bad) => `ht\ttp://${bad.replace('.', '.\n')}/`),
  address('IPv4', () => 'http://127.0.0.2/', v4),
  address('IPv4 hexadecimal', () => 'http://0x7f.2/', v4),
  address('IPv4 octal', () => 'http://0177.0.0.02/', v4),
  address('IPv4 one number', () => 'http://2130706434/', v4),
  address('IPv4 short', () => 'http://127.2/', v4),
  address('IPv6', () => 'http://[::1]/', '[::1]'),
  address('IPv4-mapped IPv6', () => 'http://[::ffff:127.0.0.2]/', '[::ffff:7f00:2]'),
  address('view-source', (bad) => `view-source:http://${bad}/`),
  address('download', (bad) => `http://${bad}/file.zip`),
  address('PDF', (bad) => `http://${bad}/file.pdf`),
]
