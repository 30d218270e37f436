import { connect, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Listening, listen } from '../../app/ground/http/listening.ts'
import type { TestDatabase } from '../world/database.ts'
import { openWorld } from '../world/test-world.ts'
import type { World } from '../world/world.ts'

const HOST = '127.0.0.1'
let world: World<TestDatabase>
let listening: Listening
const slow: Socket[] = []
beforeAll(async () => {
  world = await openWorld()
  listening = await listen(HOST, 0)
  listening.serve((request, env) => world.app.fetch(request, env as never))
})
afterAll(async () => {
  for (const socket of slow) socket.destroy()
  await listening?.stop()
  // What was cut off still gets its refusal, from a database that is open.
  await pause(500)
  await world?.close()
})

async function begin(words: string): Promise<Socket> {
  const socket = connect(listening.port, HOST)
  socket.on('error', () => {})
  slow.push(socket)
  await new Promise<void>(resolve => socket.once('connect', resolve))
  socket.write(words)
  return socket
}

it('keeps nobody waiting who speaks at the usual pace: headers and bodies that never end', async () => {
  const head = `POST /sign-in HTTP/1.1\r\nHost: ${HOST}\r\nContent-Type: application/x-www-form-urlencoded\r\nSec-Fetch-Site: same-origin\r\n`
  for (let one = 0; one < 60; one += 1) {
    await begin('GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Never')
    await begin(`${head}Content-Length: 5000\r\n\r\nemail=`)
    await begin(`${head}Transfer-Encoding: chunked\r\n\r\n6\r\nemail=\r\n`)
  }
  // More than there are connections to the database: none of the slow ones holds one.
  for (const path of ['/healthz', '/sign-in', '/imprint'])
    expect((await fetch(`http://${HOST}:${listening.port}${path}`)).status).toBe(200)
  expect(slow.every(socket => !socket.destroyed && socket.bytesRead === 0)).toBe(true)
})

it('has no answer for a length that is said twice, or two ways', async () => {
  const heads = ['Content-Length: 5\r\nContent-Length: 6', 'Content-Length: 5\r\nTransfer-Encoding: chunked']
  for (const head of heads) {
    const socket = await begin(`POST /sign-in HTTP/1.1\r\nHost: ${HOST}\r\n${head}\r\n\r\n0\r\n\r\nGET / HTTP/1.1\r\n`)
    const answer = await new Promise<string>(resolve => socket.once('data', bytes => resolve(bytes.toString())))
    expect(answer).toMatch(/^HTTP\/1\.1 400 /)
  }
})
