import { createServer, type Socket } from 'node:net'

/** A mail as a server took it: whom it was for, and its own name (RFC 5322, 3.6.4). */
export type Taken = { readonly recipient: string; readonly messageId: string }

/** A mail server of this machine that takes everything and keeps nobody's letters, only that they came (RFC 5321). */
export async function mailSink(port: number) {
  const taken: Taken[] = []
  const server = createServer(socket => {
    socket.on('error', () => undefined)
    talk(socket, mail => taken.push(mail))
  })
  await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve))
  return { taken, close: () => new Promise<void>(resolve => server.close(() => resolve())) }
}

const RECIPIENT = /^RCPT TO:<([^>]*)>/i
const MESSAGE_ID = /^Message-ID: *<([^>]*)>/im
const END = '\r\n.\r\n'

function talk(socket: Socket, take: (mail: Taken) => void): void {
  let waiting = ''
  let recipient = ''
  let inData = false
  const say = (line: string) => socket.write(`${line}\r\n`)
  say('220 localhost')
  socket.on('data', bytes => {
    waiting += bytes.toString('latin1')
    for (;;) {
      const end = waiting.indexOf(inData ? END : '\r\n')
      if (end < 0) return
      const said = waiting.slice(0, end)
      waiting = waiting.slice(end + (inData ? END.length : 2))
      if (inData) {
        inData = false
        // It is taken as soon as it is said to be.
        take({ recipient, messageId: MESSAGE_ID.exec(said)?.[1] ?? '' })
        say('250 taken')
        continue
      }
      recipient = RECIPIENT.exec(said)?.[1] ?? recipient
      inData = said.toUpperCase() === 'DATA'
      say(inData ? '354 go on' : said.toUpperCase() === 'QUIT' ? '221 bye' : '250 ok')
      if (said.toUpperCase() === 'QUIT') socket.end()
    }
  })
}
