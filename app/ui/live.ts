import type { LiveEvent } from './doors.tsx'

/** A proxy cuts a line on which nothing is said for a minute. */
const QUIET_MS = 20_000
/** A stream ends after this long: whoever comes back shows anew who he is. */
const LONGEST_MS = 10 * 60_000
const STILL_HERE = ': \n\n'

/** Events as bytes on the line (HTML, 9.2.6). Ends when the events do, when nobody reads any more, or when it is time. */
export function eventStream(events: AsyncIterable<LiveEvent>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  const iterator = events[Symbol.asyncIterator]()
  let quiet: NodeJS.Timeout
  let longest: NodeJS.Timeout
  const end = () => {
    clearInterval(quiet)
    clearTimeout(longest)
    void iterator.return?.()
  }
  return new ReadableStream<Uint8Array>({
    start(controller) {
      const say = (text: string) => controller.enqueue(encoder.encode(text))
      // Said at once, so that the browser knows that the line stands, and how soon to come back.
      say('retry: 1000\n\n')
      quiet = setInterval(() => say(STILL_HERE), QUIET_MS)
      longest = setTimeout(() => {
        end()
        controller.close()
      }, LONGEST_MS)
    },
    async pull(controller) {
      const { done, value } = await iterator.next()
      if (!done)
        return controller.enqueue(encoder.encode(`event: ${value.name}\ndata: ${JSON.stringify(value.data)}\n\n`))
      end()
      controller.close()
    },
    cancel: end,
  })
}
