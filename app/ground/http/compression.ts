import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

/** A request in, a response out: what a Hono app's `fetch` is. */
export type Fetch = (request: Request, env: unknown) => Response | Promise<Response>

type Encoding = 'br' | 'gzip'
type Bytes = Uint8Array<ArrayBuffer>

/** Below this a packet is not saved, and the work is. */
const SMALLEST_BYTES = 1000
/** On a page: three quarters of the best result for a twentieth of the time. */
const BROTLI_QUALITY = 5
/** On a file that is packed once. */
const BROTLI_BEST = 11
/** An address may carry any query; the built files are some dozens, the rest is what was asked for last. */
const MOST_KEPT = 200
const MOST_BYTES = 20_000_000

const TEXT = /^(?:text\/(?!event-stream)|application\/(?:[\w.+-]{1,60}\+)?(?:json|xml|javascript)\b|image\/svg\+xml)/

/**
 * Packs responses of text with Brotli or gzip, as the reader accepts (RFC 9110, 12.5.3). What never changes
 * (`cache-control: immutable`) is packed once, as well as it goes; what has a tag (`etag`, made of its bytes) is packed
 * once, too, as a page. Streams of events pass as they are.
 */
export function compressed(fetch: Fetch): Fetch {
  const kept = new Map<string, Bytes>()
  return async (request, env) => {
    const response = await fetch(request, env)
    if (!isPackable(response)) return response
    const headers = new Headers(response.headers)
    headers.append('vary', 'Accept-Encoding')
    const encoding = encodingFrom(request.headers.get('accept-encoding') ?? '')
    const immutable = headers.get('cache-control')?.includes('immutable') ?? false
    const tag = headers.get('etag')
    const name = immutable ? `${encoding} ${request.url}` : tag && `${encoding} ${tag}`
    // Before the body is looked at: looking makes a stream of it.
    const known = encoding && name ? kept.get(name) : undefined
    if (!known && !response.body) return response
    if (!encoding) return new Response(response.body, { status: response.status, headers })

    const plain = known ? null : new Uint8Array(await response.arrayBuffer())
    if (plain && plain.byteLength < SMALLEST_BYTES) return new Response(plain, { status: response.status, headers })
    const packed = known ?? (await pack(plain!, encoding, immutable))
    if (name && !known) keep(kept, name, packed)
    headers.set('content-encoding', encoding)
    headers.set('content-length', String(packed.byteLength))
    return new Response(packed, { status: response.status, headers })
  }
}

function keep(kept: Map<string, Bytes>, name: string, packed: Bytes): void {
  kept.set(name, packed)
  let bytes = 0
  for (const one of kept.values()) bytes += one.byteLength
  for (const [oldest, one] of kept) {
    if (kept.size <= MOST_KEPT && bytes <= MOST_BYTES) return
    kept.delete(oldest)
    bytes -= one.byteLength
  }
}

function isPackable({ status, headers }: Response): boolean {
  if (status === 206 || status === 304 || headers.has('content-encoding')) return false
  return TEXT.test(headers.get('content-type') ?? '')
}

const REFUSED = /;\s*q=0(?:\.0{0,3})?\s*$/

function encodingFrom(accepted: string): Encoding | null {
  const names = accepted
    .split(',')
    .filter(part => !REFUSED.test(part))
    .map(part => part.split(';')[0]!.trim().toLowerCase())
  if (names.includes('br')) return 'br'
  return names.includes('gzip') ? 'gzip' : null
}

const brotliAsync = promisify(brotliCompress)
const gzipAsync = promisify(gzip)

async function pack(bytes: Bytes, encoding: Encoding, best: boolean): Promise<Bytes> {
  if (encoding === 'gzip') return (await gzipAsync(bytes)) as Bytes
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: best ? BROTLI_BEST : BROTLI_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength,
  }
  return (await brotliAsync(bytes, { params })) as Bytes
}
