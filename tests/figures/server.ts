import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The program as it was built beside the figures. */
export const PROGRAM = join(dirname(fileURLToPath(import.meta.url)), 'rundtisch.js')
const START_MS = 60_000
const STEP_MS = 20

/** A Rundtisch in processes of its own, as an operator starts it, with the demo in it. */
export type OwnServer = {
  readonly address: string
  /** The one-time link that the start prints. */
  readonly link: string
  /** Kills everything at once: the app's process group and the database, which stands in a session of its own. */
  kill(): Promise<void>
  stop(): Promise<void>
}

/** Starts on a data folder and waits until requests are served. Rejects when the start fails. */
export async function ownServer(folder: string, port: number): Promise<OwnServer> {
  const child = spawn(process.execPath, [PROGRAM, 'start', '--demo', '--data', folder, '--port', String(port)], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    // It is measured how fast it answers, not whom it holds back.
    env: { ...process.env, REQUESTS_PER_MINUTE: '0' },
  })
  const said = { text: '' }
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (said.text += text.toString()))
  const address = `http://localhost:${port}`
  const end = (signal: NodeJS.Signals) => ended(child, signal)
  try {
    await served(child, address, said)
  } catch (error) {
    await end('SIGKILL')
    throw error
  }
  return {
    address,
    link: /http:\/\/localhost:\d+\/sign-in\/\S+/.exec(said.text)?.[0] ?? '',
    kill: () => {
      killDatabase(folder)
      return end('SIGKILL')
    },
    stop: () => end('SIGTERM'),
  }
}

/** PostgreSQL's processes end when their first one does; its number is the first line of postmaster.pid. */
function killDatabase(folder: string): void {
  const file = join(folder, 'postgres', 'cluster', 'postmaster.pid')
  if (!existsSync(file)) return
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It had ended already.
  }
}

async function served(child: ChildProcess, address: string, said: { text: string }): Promise<void> {
  for (let waited = 0; waited < START_MS; waited += STEP_MS) {
    if (child.exitCode !== null) throw new Error(`the start failed: ${said.text}`)
    const answer = await fetch(`${address}/healthz`).catch(() => null)
    if (answer?.ok && said.text.includes('/sign-in/')) return
    await new Promise(resolve => setTimeout(resolve, STEP_MS))
  }
  throw new Error(`no answer after ${START_MS} ms: ${said.text}`)
}

function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  const gone = new Promise<void>(resolve => child.once('exit', () => resolve()))
  process.kill(-child.pid!, signal)
  return gone
}

/** A port that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise(resolve => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}

/** Signs in through the link; the cookie for later requests. */
export async function signedIn({ address, link }: OwnServer): Promise<string> {
  const answer = await fetch(link, { method: 'POST', redirect: 'manual', headers: { origin: address } })
  const cookie = answer.headers
    .getSetCookie()
    .map(one => one.split(';')[0])
    .join('; ')
  if (answer.status !== 303 || !cookie) throw new Error(`could not sign in: ${answer.status}`)
  return cookie
}

/** Sends a form as a browser would, without following where it leads. */
export const send = (
  server: OwnServer,
  cookie: string,
  path: string,
  fields: Record<string, string>,
): Promise<Response> =>
  fetch(`${server.address}${path}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: server.address, cookie },
    body: new URLSearchParams(fields),
  })
