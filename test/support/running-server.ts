import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { WebSocket } from 'ws'
import { openSchool } from '#server/db/open.ts'
import type { Db } from '#server/db/transaction.ts'
import { startServer } from '#server/serve.ts'
import { consoleSocketPath, ServerSentToConsole } from '#shared/protocol/console.ts'
import { createInbox } from './inbox.ts'
import { dataFolder, makeSchool } from './makers/school.ts'
import { makeSession } from './makers/staff.ts'

/** The made staff who are signed in. */
export const signedIn = [
  'teacher',
  'other-teacher',
  'tutor',
  'other-tutor',
  'head-of-8',
  'head-of-10',
  'dsl',
  'lead',
  'ict',
] as const

/** A real server over real files with one made school (and whatever `more` adds before it starts). */
export async function runServer(more: (dataDir: string) => Promise<void> = async () => undefined) {
  const dataDir = await dataFolder()
  const tokens = new Map<string, string>()
  await makeSchool(dataDir, 'made', (database) =>
    database.write(async (db) => {
      for (const id of signedIn) tokens.set(id, await makeSession(db, id))
    }),
  )
  await more(dataDir)
  const cookieOf = (staffId: string): string => `lapwing=made.${tokens.get(staffId)}`
  const log: Record<string, unknown>[] = []
  const settings = {
    dataDir,
    host: '127.0.0.1',
    port: 0,
    publicUrl: null,
    consoleDir: join(dataDir, 'no-console'),
  }
  const server = await startServer(settings, (line) => log.push({ ...line }))
  const { origin } = server
  return {
    origin,
    dataDir,
    log,
    server,
    /** Calls the console's API as a made member of staff, with their cookie. */
    as: (staffId: string) => caller(origin, cookieOf(staffId)),
    cookieOf,
    withCookie: (cookie: string) => caller(origin, cookie),
    /** Opens a console's socket as a made member of staff. */
    async console(staffId: string, at = origin) {
      const headers = { cookie: cookieOf(staffId), origin: at }
      const socket = new WebSocket(at.replace('http', 'ws') + consoleSocketPath, { headers })
      const inbox = createInbox(socket, ServerSentToConsole)
      await inbox.next('ready')
      return { ...inbox, socket, send: (frame: unknown) => socket.send(JSON.stringify(frame)) }
    },
    async stop() {
      await server.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

export type RunningServer = Awaited<ReturnType<typeof runServer>>
export type Caller = ReturnType<typeof caller>

/** Calls the API with a cookie as the console does. `body` is whatever came back; tests look at what they know. */
export function caller(origin: string, cookie: string) {
  return async (method: string, path: string, body?: unknown) => {
    const response = await fetch(`${origin}/api${path}`, {
      method,
      headers: {
        cookie,
        'x-lapwing': '1',
        ...(method === 'GET' ? {} : { origin, 'content-type': 'application/json' }),
      },
      ...(method === 'GET' ? {} : { body: JSON.stringify(body ?? {}) }),
    })
    const text = await response.text()
    return { status: response.status, headers: response.headers, body: text === '' ? null : JSON.parse(text) }
  }
}

/** Puts a file there with a cookie, as the console does: lists, names or a model. */
export async function putFile(origin: string, cookie: string, path: string, file: BodyInit) {
  const response = await fetch(`${origin}/api${path}`, {
    method: 'PUT',
    headers: { cookie, 'x-lapwing': '1', origin, 'content-type': 'application/octet-stream' },
    body: file,
  })
  return { status: response.status, body: await response.json() }
}

/** Makes another school beside the made one; returns the cookie of its ICT staff. */
export async function makeAnother(dataDir: string): Promise<string> {
  let token = ''
  await makeSchool(dataDir, 'other', (database) =>
    database.write(async (db) => void (token = await makeSession(db, 'ict'))),
  )
  return `lapwing=other.${token}`
}

/** Looks into a school's file after its server has stopped. */
export async function inSchool<T>(
  dataDir: string,
  look: (db: Db) => Promise<T>,
  schoolId = 'made',
): Promise<T> {
  const database = await openSchool({ dataDir, schoolId })
  try {
    return await database.write(look)
  } finally {
    await database.close()
  }
}
