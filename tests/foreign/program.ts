import { existsSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

/** Where a program of the system is, or null. Only the system's folders: what npm or a user brought is another one. */
export const systemProgram = (name: string): string | null =>
  ['/usr/bin', '/usr/sbin'].map(folder => `${folder}/${name}`).find(path => existsSync(path)) ?? null

/** A port of this machine that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise(resolve => server.close(resolve))
  if (!address || typeof address === 'string') throw new Error('no port')
  return address.port
}

/** Waits until somebody listens, for fifteen seconds at most. */
export async function listening(port: number): Promise<void> {
  for (let tries = 0; tries < 150; tries++) {
    const open = await new Promise<boolean>(resolve => {
      const socket = connect({ host: '127.0.0.1', port })
      socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
      socket.once('connect', () => socket.destroy())
    })
    if (open) return
    await pause(100)
  }
  throw new Error(`nothing listens on ${port}`)
}
