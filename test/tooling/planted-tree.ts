import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

/** Lays a small project with the given files in a new folder, runs a tool of ours in it and returns what it printed. */
export async function runOnPlanted(
  files: Record<string, string>,
  tool: string,
  args: string[],
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lapwing-planted-'))
  try {
    for (const name of ['package.json', 'tsconfig.json', '.oxlintrc.json']) await cp(name, join(folder, name))
    await cp('test/boundaries.cjs', join(folder, 'test/boundaries.cjs'))
    await cp('.wxt/tsconfig.json', join(folder, '.wxt/tsconfig.json'))
    for (const [path, source] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await writeFile(join(folder, path), source)
    }
    return await printed(resolve('node_modules/.bin', tool), args, folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Standard output, whatever the exit code: the tools answer with a failure when they find something, which is what we look for. */
function printed(file: string, args: string[], cwd: string): Promise<string> {
  return new Promise((done, fail) => {
    execFile(file, args, { cwd, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) =>
      stdout === '' ? fail(new Error(`${file} printed nothing: ${stderr}`, { cause: error })) : done(stdout),
    )
  })
}
