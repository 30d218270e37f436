import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { compressed } from './compression.ts'

const long = 'Was am Tisch gesagt wird, bleibt verbindlich. '.repeat(100)

type Answer = { body?: BodyInit | null; type?: string; headers?: Record<string, string> }

async function answer({ body = long, type = 'text/html; charset=UTF-8', headers = {} }: Answer, accepted = 'gzip, br') {
  const fetch = compressed(() => new Response(body, { headers: { 'content-type': type, ...headers } }))
  const response = await fetch(new Request('http://localhost/', { headers: { 'accept-encoding': accepted } }), {})
  const bytes = Buffer.from(await response.arrayBuffer())
  return { bytes, encoding: response.headers.get('content-encoding'), headers: response.headers }
}

test('Brotli before gzip, and the bytes come back', async () => {
  const { bytes, encoding, headers } = await answer({})
  expect(encoding).toBe('br')
  expect(brotliDecompressSync(bytes).toString()).toBe(long)
  expect(headers.get('content-length')).toBe(String(bytes.byteLength))
  expect(headers.get('vary')).toBe('Accept-Encoding')
})

test('gzip for whoever knows no Brotli', async () => {
  const { bytes, encoding } = await answer({}, 'gzip;q=1.0, deflate')
  expect(encoding).toBe('gzip')
  expect(gunzipSync(bytes).toString()).toBe(long)
})

const plain: readonly [why: string, answer: Answer, accepted?: string][] = [
  ['nothing accepted', {}, ''],
  ['both refused', {}, 'br;q=0, gzip; q=0.000'],
  ['short', { body: 'ok' }],
  ['a picture', { type: 'image/png' }],
  ['a stream of events', { type: 'text/event-stream' }],
  ['packed already', { headers: { 'content-encoding': 'zstd' } }],
]
test.each(plain)('as it is: %s', async (_why, given, accepted) => {
  const { bytes, encoding } = await answer(given, accepted)
  expect(encoding === 'br' || encoding === 'gzip').toBe(false)
  expect(bytes.toString()).toBe(String(given.body ?? long))
})

test.each(['application/json', 'application/problem+json', 'image/svg+xml', 'text/css'])('%s is text', async type => {
  expect((await answer({ type })).encoding).toBe('br')
})

test('what never changes is packed once', async () => {
  let asked = 0
  const headers = { 'content-type': 'text/css', 'cache-control': 'public, max-age=31536000, immutable' }
  const bodies = ['a', 'b'].map(letter => letter.repeat(5000))
  const fetch = compressed(() => new Response(bodies[asked++]!, { headers }))
  const request = () => new Request('http://localhost/assets/main.css', { headers: { 'accept-encoding': 'br' } })
  const first = Buffer.from(await (await fetch(request(), {})).arrayBuffer())
  const second = Buffer.from(await (await fetch(request(), {})).arrayBuffer())
  expect(first.equals(second)).toBe(true)
})

test('what has a tag is packed once for as long as the tag holds', async () => {
  let asked = 0
  const headers = () => ({ 'content-type': 'text/html', etag: asked < 3 ? '"one"' : '"two"' })
  const fetch = compressed(() => new Response(String(++asked).repeat(5000), { headers: headers() }))
  const request = () => new Request('http://localhost/accountability', { headers: { 'accept-encoding': 'br' } })
  const read = async () => brotliDecompressSync(Buffer.from(await (await fetch(request(), {})).arrayBuffer()))[0]
  expect([await read(), await read(), await read()].map(sign => String.fromCharCode(sign!))).toEqual(['1', '1', '3'])
})

test('an answer without body stays one', async () => {
  const fetch = compressed(
    () => new Response(null, { status: 303, headers: { location: '/', 'content-type': 'text/html' } }),
  )
  const response = await fetch(new Request('http://localhost/', { headers: { 'accept-encoding': 'br' } }), {})
  expect(response.status).toBe(303)
  expect(response.headers.get('content-encoding')).toBeNull()
})
