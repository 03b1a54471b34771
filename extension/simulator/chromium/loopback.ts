import type { Server } from 'node:http'

/** Listens on a free port of 127.0.0.1. `close` also ends open connections, which a browser would keep for minutes. */
export const listenOnLoopback = async (server: Server): Promise<{ port: number; close(): Promise<void> }> => {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('not listening on a port')
  return {
    port: address.port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
