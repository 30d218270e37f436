import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import autocannon from 'autocannon'
import { systemClock } from '../../app/ground/clock.ts'
import { appAddress, openDatabase } from '../../app/ground/database.ts'
import { fileStore } from '../../app/ground/files.ts'
import { attach } from '../../app/ground/postgres/connection.ts'
import { readSettings } from '../../app/ground/settings.ts'
import { signalsAt } from '../../app/ground/signals.ts'
import { buildApp } from '../../app/server.ts'
import type { Figure } from './figures.ts'
import { freePort, type OwnServer, ownServer, send, signedIn } from './server.ts'

const SECONDS = 5
const CONNECTIONS = 16
const LINES = 250

/**
 * Requests a second, latency and weight of pages, from a server in processes of its own. `bytes` are those on the
 * wire, compressed; `queries` counts statements of one request, beside the transaction's own. `p50` of one after the
 * other, `p99` at 16 at once. `--size` is the number of lines of the reviewed text; `--plant slow` adds 200 queries.
 */
export const pages: Figure = async ({ size, plant }) => {
  const folder = mkdtempSync(join(tmpdir(), 'rundtisch-pages-'))
  const server = await ownServer(folder, await freePort())
  try {
    const cookie = await signedIn(server)
    const review = await reviewOf(server, cookie, size ?? LINES)
    const [commitment, meeting, minutes] = await firstOf(server, cookie)
    const measured = []
    for (const [page, path, as] of [
      ['public home', '/', ''],
      ['public meetings', '/meetings', ''],
      ['home', '/', cookie],
      ['commitments', '/commitments', cookie],
      ['commitment', commitment!, cookie],
      ['meeting', meeting!, cookie],
      ['minutes', minutes!, cookie],
      ['review', review, cookie],
    ] as const)
      measured.push({
        page,
        ...(await measure(server, path, as)),
        queries: await queriesOf(folder, server, path, as, plant),
      })
    return { pages: measured }
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measure(server: OwnServer, path: string, cookie: string) {
  const headers = { cookie, 'accept-encoding': 'br, gzip' }
  const bytes = await bytesOf(`${server.address}${path}`, headers)
  const run = (connections: number) =>
    autocannon({ url: `${server.address}${path}`, connections, duration: SECONDS, headers })
  const alone = await run(1)
  const many = await run(CONNECTIONS)
  return {
    requestsPerSecond: Math.round(many.requests.average),
    p50: alone.latency.p50,
    p99: many.latency.p99,
    bytes,
  }
}

/** What went over the wire; fetch would unpack it. */
async function bytesOf(url: string, headers: Record<string, string>): Promise<number> {
  const { get } = await import('node:http')
  return new Promise((resolve, reject) => {
    get(url, { headers }, answer => {
      let bytes = 0
      answer.on('data', (part: Buffer) => (bytes += part.length))
      answer.on('end', () =>
        answer.statusCode === 200 ? resolve(bytes) : reject(new Error(`${url}: ${answer.statusCode}`)),
      )
    }).on('error', reject)
  })
}

/** The same request against the same database in this process, where statements can be counted. */
async function queriesOf(
  folder: string,
  server: OwnServer,
  path: string,
  cookie: string,
  plant: string | null,
): Promise<number> {
  let queries = 0
  const own = /^(?:begin|start transaction|commit|rollback|set transaction|select set_config)/i
  const address = appAddress(attach(folder))
  const db = await openDatabase(address, { onQuery: text => void (own.test(text) || queries++) })
  const settings = readSettings({ RUNDTISCH_DATA: folder, PUBLIC_URL: server.address })
  const app = buildApp({ db, clock: systemClock, files: fileStore(folder), settings, signals: signalsAt(address) })
  const ask = () => app.request(`${server.address}${path}`, { headers: { cookie } })
  await ask()
  queries = 0
  await ask()
  if (plant === 'slow') for (let extra = 0; extra < 200; extra++) await db.selectFrom('network').select('id').execute()
  await db.destroy()
  return queries
}

/** A text of so many lines in the style of a board's minutes, read but not confirmed. */
async function reviewOf(server: OwnServer, cookie: string, lines: number): Promise<string> {
  const head = [
    'Protokoll der Sitzung des Vorstands am 05.02.2026',
    '',
    'Anwesend: J. Ferber, L. Aydemir, M. Halden',
    '',
  ]
  const body = Array.from({ length: lines - head.length }, (_, at) => lineOf(at))
  const answer = await send(server, cookie, '/readings', { pasted: [...head, ...body].join('\n') })
  const path = answer.headers.get('location')
  if (answer.status !== 303 || !path) throw new Error(`could not read in: ${answer.status}`)
  return path
}

function lineOf(at: number): string {
  if (at % 25 === 0) return `${at / 25 + 1}. Punkt ${at / 25 + 1} der Tagesordnung`
  if (at % 2) return ''
  if (at % 5 === 0) return `- Fr. Aydemir ruft die Stelle ${at} an und fragt nach dem Stand der Unterlagen.`
  if (at % 7 === 0) return `Beschluss: Der Vorstand stimmt dem Vorschlag ${at} zu. Einstimmig angenommen.`
  return `Herr Ferber berichtet von der Unterkunft ${at}, in der seit dem Frühjahr Familien auf einen Platz warten.`
}

async function firstOf(server: OwnServer, cookie: string): Promise<string[]> {
  const found = async (path: string, pattern: RegExp) => {
    const html = await (await fetch(`${server.address}${path}`, { headers: { cookie } })).text()
    const address = pattern.exec(html)?.[0]
    if (!address) throw new Error(`nothing to measure on ${path}`)
    return address
  }
  const id = '[0-9a-f-]{36}'
  const meeting = await found('/meetings', new RegExp(`/meetings/${id}`))
  return [
    await found('/commitments', new RegExp(`/commitments/${id}`)),
    meeting,
    await found('/commitments', new RegExp(`/minutes/${id}`)),
  ]
}
