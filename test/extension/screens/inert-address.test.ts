import { describe, expect, test } from 'vitest'
import { inertAddress, inertText } from '#extension/screens/inert-address.ts'

describe('an address on a screen', () => {
  test.each([
    ['https://example.org/', 'example.org'],
    ['https://user:secret@example.org/a?b#c', 'example.org/a?b#c'],
    ['https://p\u0430ypal.example/', 'xn--pypal-4ve.example'],
    ['https://example.org/\u202egnp.exe', 'example.org/%E2%80%AEgnp.exe'],
    ['file:///C:/a.html', 'file:/C:/a.html'],
    ['data:text/html,<b>', 'data:text/html,<b>'],
    ['no address \u202e\u200b', 'no address [U+202E][U+200B]'],
  ])('%s is read as %s', (url, text) => {
    expect(inertAddress(url)).toBe(text)
  })

  test('a long one keeps its host and its end', () => {
    const text = inertAddress(`https://example.org/${'a'.repeat(1000)}/end`)
    expect(text).toHaveLength(120)
    expect(text.startsWith('example.org/')).toBe(true)
    expect(text.endsWith('/end')).toBe(true)
  })

  test('letters of every language stay as they are', () => {
    expect(inertText('Größe, العربية, 日本語')).toBe('Größe, العربية, 日本語')
  })
})
