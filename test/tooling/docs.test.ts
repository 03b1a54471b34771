import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { scripts } from '../../package.json' with { type: 'json' }

const DOCS = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'SECURITY.md']
const ROOTS = /^(shared|extension|server|console|test|docs|deploy|\.ci)\/[^\s]*$/

/** What stands between back-ticks outside fenced blocks. */
function codeSpans(markdown: string): string[] {
  const prose = markdown.replace(/^```[\s\S]*?^```/gm, '')
  return [...prose.matchAll(/`([^`\n]+)`/g)].map((match) => match[1] ?? '')
}

function links(markdown: string): string[] {
  const targets = [...markdown.matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1] ?? '')
  return targets.filter((target) => !/^[a-z]+:|^#/.test(target)).map((target) => target.replace(/#.*$/, ''))
}

/** The longest part of a path that names no wildcard. */
function plainPart(path: string): string {
  return path.replace(/\/[^/]*[*{<…].*$/, '')
}

describe.each(DOCS)('%s', (name) => {
  const markdown = readFileSync(name, 'utf8')

  test('names only files and folders that exist', () => {
    const paths = [
      ...codeSpans(markdown)
        .filter((span) => ROOTS.test(span))
        .map(plainPart),
      ...links(markdown),
    ]
    expect(paths.filter((path) => !existsSync(path))).toEqual([])
  })

  test('names only commands that exist', () => {
    const named = [...markdown.matchAll(/npm run ([a-z][a-z:-]*)/g)].map((match) => match[1] ?? '')
    expect(named.filter((script) => !(script in scripts))).toEqual([])
  })
})
