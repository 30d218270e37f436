import { createServer, type Server, type Socket } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { openDatabase } from '../../app/ground/database.ts'
import { smtpTransport } from '../../app/ground/mail.ts'

/** Not by the name of this machine, so that we take it for another one. */
const ELSEWHERE = '127.0.0.2'
let server: Server | null = null
afterEach(() => {
  server?.close()
  server = null
})

function listening(answer: (socket: Socket, said: Buffer) => void, greeting = ''): Promise<number> {
  const made = createServer(socket => {
    socket.on('error', () => {})
    if (greeting) socket.write(greeting)
    socket.on('data', said => answer(socket, said))
  })
  server = made
  return new Promise(resolve => {
    made.listen(0, ELSEWHERE, () => resolve((made.address() as { port: number }).port))
  })
}

const mail = {
  ...{ id: '0199aaaa-0000-7000-8000-000000000001', recipient: 'mira.halden@auenfurt.example', language: 'de' },
  ...{ subject: 'Geheimes', content: 'Ein Link', calendar: null, calendar_method: null },
}

describe('a mail server on another machine', () => {
  it('that offers no TLS is told nothing, and the mail waits', async () => {
    const heard: string[] = []
    const port = await listening((socket, said) => {
      heard.push(said.toString())
      const [verb = ''] = said.toString().split(/\s/)
      socket.write(verb === 'EHLO' ? '250 fine\r\n' : verb === 'QUIT' ? '221 bye\r\n' : '502 what\r\n')
    }, '220 here\r\n')
    const delivery = await smtpTransport(`smtp://${ELSEWHERE}:${port}`, 'tisch@example.org')(mail)
    expect(delivery).toMatchObject({ sent: false, forGood: false })
    expect(heard.join()).toContain('STARTTLS')
    expect(heard.join()).not.toMatch(/MAIL FROM|RCPT|Geheimes/)
  })

  it('is spoken to in clear where the operator says so in so many words', async () => {
    const heard: string[] = []
    const port = await listening((socket, said) => {
      heard.push(said.toString())
      socket.write(said.toString().startsWith('DATA') ? '354 go\r\n' : '250 fine\r\n')
    }, '220 here\r\n')
    const url = `smtp://${ELSEWHERE}:${port}?requireTLS=false`
    expect(await smtpTransport(url, 'tisch@example.org')(mail)).toEqual({ sent: true })
    expect(heard.join()).toContain('MAIL FROM')
  })
})

/** PostgreSQL's protocol, 55.2.10: the request for TLS comes before the startup message, which names user and database. */
const SSL_REQUEST = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47])

describe('a database on another machine', () => {
  const asked = async (query: string) => {
    const heard: Buffer[] = []
    const port = await listening((socket, said) => {
      heard.push(said)
      if (said.equals(SSL_REQUEST)) socket.write('N')
      else socket.destroy()
    })
    const opening = openDatabase({ url: `postgres://role:hunter2@${ELSEWHERE}:${port}/tisch${query}` })
    await expect(opening).rejects.toMatchObject({ code: 'database-unreachable' })
    return Buffer.concat(heard)
  }

  it('that offers no TLS learns neither role nor password', async () => {
    expect(await asked('')).toEqual(SSL_REQUEST)
  })

  it('is spoken to in clear where the operator says so in so many words', async () => {
    expect((await asked('?sslmode=disable')).toString()).toContain('role')
  })
})
