import ts from 'typescript'
import { describe, expect, test } from 'vitest'

const PLANTED = 'shared/planted.ts'

/** What the compiler of `shared/` says about a file that would lie there; the file is only ever in memory. */
function complaints(source: string): string[] {
  const read = ts.readConfigFile('shared/tsconfig.json', (path) => ts.sys.readFile(path))
  const { options } = ts.parseJsonConfigFileContent(read.config, ts.sys, 'shared')
  const host = ts.createCompilerHost(options)
  const getSourceFile = host.getSourceFile.bind(host)
  host.getSourceFile = (name, settings, onError) =>
    name === PLANTED ? ts.createSourceFile(name, source, settings) : getSourceFile(name, settings, onError)
  const program = ts.createProgram([PLANTED, 'shared/base/web.d.ts'], options, host)
  const found = ts.getPreEmitDiagnostics(program, program.getSourceFile(PLANTED))
  return found.map((each) => ts.flattenDiagnosticMessageText(each.messageText, ' '))
}

describe('shared/ compiles without a browser and without Node', () => {
  test.each([
    'document',
    'window',
    'process',
    'Buffer',
    'fetch',
    'setTimeout',
    'chrome',
    'crypto',
    'localStorage',
  ])('%s is not known there', (name) => {
    expect(complaints(`export const planted = ${name}`).join()).toContain(name)
  })

  test('plain TypeScript and the web classes of web.d.ts are', () => {
    expect(complaints("export const planted = new URL('https://school.test').hostname.length")).toEqual([])
  })
})
