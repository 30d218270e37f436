import { request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { type Listening, listen } from './listening.ts'

const HOST = '127.0.0.1'
const open: Listening[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map(one => one.stop()))
})

async function start(): Promise<Listening> {
  const listening = await listen(HOST, 0)
  open.push(listening)
  return listening
}

const get = (port: number): Promise<Response> => fetch(`http://${HOST}:${port}/`)

test('before it serves it says to come again, then it serves', async () => {
  const listening = await start()
  expect((await get(listening.port)).status).toBe(503)
  listening.serve(() => new Response('here'))
  expect(await (await get(listening.port)).text()).toBe('here')
})

test('a taken port, a strange address and a port for root alone are told apart', async () => {
  const { port } = await start()
  await expect(listen(HOST, port)).rejects.toMatchObject({
    code: 'port-taken',
    details: { values: { port: String(port) } },
  })
  await expect(listen('192.0.2.1', 0)).rejects.toMatchObject({
    code: 'setting-wrong',
    details: { values: { name: 'HOST' } },
  })
})

test('stopping finishes what runs, takes nothing new, and does not wait for idle connections', async () => {
  const listening = await start()
  let finish = (): void => {}
  const held = new Promise<void>(resolve => {
    finish = resolve
  })
  listening.serve(async asked => {
    if (new URL(asked.url).pathname === '/held') await held
    return new Response('done')
  })
  await get(listening.port)
  const running = fetch(`http://${HOST}:${listening.port}/held`)
  await pause(100)
  const stopped = listening.stop()
  await pause(50)
  await expect(get(listening.port)).rejects.toThrow()
  finish()
  expect(await (await running).text()).toBe('done')
  await stopped
})

test('a body that is not wanted does not keep the answer from coming', async () => {
  const listening = await start()
  listening.serve(() => new Response('too large', { status: 413 }))
  const size = 20_000_000
  const status = await new Promise<number | undefined>((resolve, reject) => {
    const sending = request({ host: HOST, port: listening.port, method: 'POST', headers: { 'content-length': size } })
    sending.once('response', response => resolve(response.statusCode))
    sending.once('error', reject)
    sending.end(Buffer.alloc(size))
  })
  expect(status).toBe(413)
})
