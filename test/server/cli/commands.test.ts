import { describe, expect, it, test } from 'vitest'
import { lapwing } from './lapwing.ts'

const commands = ['explain', 'lists', 'model', 'school', 'serve']

describe('help', () => {
  test.each(commands)('of %s is printed, and all is well', async (name) => {
    const { code, out, error } = await lapwing([name, '--help'])
    expect([code, error]).toEqual([0, ''])
    expect(out).toMatch(new RegExp(`^${name}`))
  })

  it('names every command', async () => {
    const { code, out } = await lapwing(['--help'])
    expect(code).toBe(0)
    for (const name of commands) expect(out).toContain(name)
  })

  it('is no help when it comes after --: then it is an address', async () => {
    const { code, out } = await lapwing(['explain', '--json', '--', '--help'])
    expect([code, JSON.parse(out)]).toMatchObject([0, { url: '--help', host: '' }])
  })
})

describe('what was typed wrongly is said in a sentence, on standard error, with code 1', () => {
  test.each<[why: string, args: string[], sentence: RegExp]>([
    ['no command', [], /^npm run lapwing -- </],
    ['an unknown command', ['explode'], /^there is no command explode\nnpm run lapwing/],
    ['a name that every object has', ['constructor'], /^there is no command constructor/],
    ['an unknown option', ['explain', '--colour', 'x'], /^Unknown option '--colour'.*\nexplain /],
    [
      'an option without its value',
      ['explain', '--file'],
      /^Option '--file <value>' argument missing\nexplain /,
    ],
    ['a value for a switch', ['explain', '--json=yes', 'x'], /^Option '--json' does not take an argument\n/],
    ['nothing to explain', ['explain', '--json'], /^explain /],
    ['a year that is none', ['explain', 'x', '--year', '14'], /^--year is a whole number from 0/],
    ['a period that is none', ['explain', 'x', '--period', 'noon'], /^--period is one of lesson, /],
    ['a file that is not there', ['explain', '--file', 'no/such'], /^there is no file no\/such\n$/],
    ['a folder for a file', ['explain', '--file', 'server'], /^server is a folder\n$/],
    ['a bundle that is not there', ['explain', 'x', '--bundle', 'no'], /^there is no file no\n$/],
    ['a folder for a bundle', ['explain', 'x', '--bundle', 'server'], /^server is a folder\n$/],
    [
      'a file that is no bundle',
      ['explain', 'x', '--bundle', 'package.json'],
      /^package\.json: list bundle: /,
    ],
    ['texts without a file', ['explain', '--text', 'x'], /^--text reads its texts from --file\nexplain /],
    [
      'a bundle for texts that is not there',
      ['explain', '--text', '--file', '-', '--bundle', 'x'],
      /^there is no file x\n$/,
    ],
    ['a model for addresses that is not there', ['explain', 'x', '--model', 'y'], /^there is no file y\n$/],
    [
      'a model that is not there',
      ['explain', '--text', '--file', '-', '--model', 'no'],
      /^there is no file no\n$/,
    ],
    ['an unknown verb', ['school', 'open'], /^school create/],
    ['a stray argument', ['school', 'create', 'x'], /^Unexpected argument 'x'.*\nschool create/],
    ['a list file that is not there', ['lists', 'install', '--school', 'a', '--file', 'no'], /no file no\n$/],
    ['a model for no school', ['model', 'install', '--file', 'x'], /^model install/],
    [
      'a model file that is not there',
      ['model', 'install', '--school', 'a', '--file', 'no'],
      /no file no\n$/,
    ],
    ['an option for the server', ['serve', '--port', '1'], /^Unknown option '--port'\nserve/],
  ])('%s', async (_why, args, sentence) => {
    const { code, out, error } = await lapwing(args)
    expect(error).toMatch(sentence)
    expect([code, out]).toEqual([1, ''])
    expect(error, 'a stack trace').not.toMatch(/\n\s+at /)
  })
})
