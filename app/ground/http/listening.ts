import type { Server } from 'node:http'
import { createAdaptorServer } from '@hono/node-server'
import { Problem } from '../problems.ts'
import type { Fetch } from './compression.ts'

/** A server that has its port. Until `serve` it answers 503, so that no one who looks early is turned away for good. */
export type Listening = {
  readonly port: number
  serve(fetch: Fetch): void
  /** Takes no more requests and waits for those that run, at most `STOP_MS`. */
  stop(): Promise<void>
}

const HEADERS_MS = 15_000
/** A 20 MB file over a slow line. */
const REQUEST_MS = 300_000
/** Longer than a proxy keeps its connections, so that it is never surprised by our closing one. */
const KEEP_ALIVE_MS = 75_000
const STOP_MS = 20_000
const LOOK_MS = 50

/** Problems: `port-taken` {port}, `setting-wrong` (HOST is no address of this machine). */
export async function listen(host: string, port: number): Promise<Listening> {
  let fetch: Fetch = () => new Response(null, { status: 503, headers: { 'retry-after': '1' } })
  const server = createAdaptorServer({ fetch: (request, env) => fetch(request, env) }) as Server
  server.headersTimeout = HEADERS_MS
  server.requestTimeout = REQUEST_MS
  server.keepAliveTimeout = KEEP_ALIVE_MS
  await new Promise<void>((resolve, reject) => {
    server.once('error', error => reject(problemOf(error, host, port)))
    server.listen(port, host, resolve)
  })
  return {
    port: (server.address() as { port: number }).port,
    serve(served) {
      fetch = served
    },
    stop: () => stop(server),
  }
}

function problemOf(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE') return new Problem('port-taken', { values: { port: String(port) } }, error)
  if (error.code === 'EACCES')
    return new Problem('setting-wrong', { values: { name: 'PORT', value: port, expected: '1024–65535' } }, error)
  const values = { name: 'HOST', value: host, expected: '127.0.0.1, 0.0.0.0, ::1, …' }
  return new Problem('setting-wrong', { values }, error)
}

// Closing refuses new connections and leaves those that are kept alive; they are closed as they fall idle.
async function stop(server: Server): Promise<void> {
  const closed = new Promise<void>(resolve => server.close(() => resolve()))
  const idle = setInterval(() => server.closeIdleConnections(), LOOK_MS)
  const patience = setTimeout(() => server.closeAllConnections(), STOP_MS)
  server.closeIdleConnections()
  await closed
  clearInterval(idle)
  clearTimeout(patience)
}
