import { ImapFlow } from 'imapflow'

/** In one run of the job; the rest waits for the next. */
const MOST_IN_A_RUN = 50
/** What a calendar answers has a few thousand bytes; a mail that came back may hold the whole that was sent. */
const LARGEST_BYTES = 2_000_000
const SECONDS_FOR_A_SERVER = 30

/**
 * Hands every mail that nobody has seen to `take`, oldest first, and marks it seen once `take` is through: a crash in
 * between hands it out again. `url`: `imaps://user:password@host[:port]`, or `imap://` with STARTTLS, without which
 * nothing is said to another machine.
 * Returns how many were taken.
 */
export async function takeUnseen(url: string, take: (raw: Uint8Array) => Promise<void>): Promise<number> {
  const client = clientFor(url)
  await client.connect()
  try {
    const lock = await client.getMailboxLock('INBOX')
    try {
      const found = await client.search({ seen: false, smaller: LARGEST_BYTES }, { uid: true })
      const uids = (found || []).slice(0, MOST_IN_A_RUN)
      for (const uid of uids) {
        const message = await client.fetchOne(String(uid), { source: true }, { uid: true })
        const source = message === false ? undefined : message.source
        if (source) await take(source)
        await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true })
      }
      return uids.length
    } finally {
      lock.release()
    }
  } finally {
    await client.logout().catch(() => client.close())
  }
}

const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]'])

function clientFor(url: string): ImapFlow {
  const { protocol, hostname, port, username, password } = new URL(url)
  const secure = protocol === 'imaps:'
  const timeout = SECONDS_FOR_A_SERVER * 1000
  const here = LOOPBACK.has(hostname)
  return new ImapFlow({
    ...(secure || here ? {} : { doSTARTTLS: true }),
    ...{ host: hostname, port: port ? Number(port) : secure ? 993 : 143, secure, logger: false as const },
    auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    ...{ connectionTimeout: timeout, greetingTimeout: timeout, socketTimeout: timeout },
  })
}
