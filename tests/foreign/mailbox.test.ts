import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readMailbox } from '../../app/features/meetings/invitation/jobs.ts'
import { mailbox, openInvitations } from '../world/invitations.ts'
import { freePort, listening, systemProgram } from './program.ts'

const dovecot = systemProgram('dovecot')

/** One mailbox on loopback, in a folder of its own, whether root starts the server or somebody else. */
function configOf(folder: string, port: number): string {
  const { username, uid, gid } = userInfo()
  const root = uid === 0
  // A server that root starts hands mail to somebody else, as Dovecot refuses to read it as root.
  const owner = root ? { uid: 65_534, gid: 65_534 } : { uid, gid }
  const group = spawnSync('id', ['-gn'], { encoding: 'utf8' }).stdout.trim()
  const users = `default_internal_user = ${username}\ndefault_internal_group = ${group}\ndefault_login_user = ${username}\n`
  const login = root ? '' : users
  const free = root ? '' : 'service anvil {\n  chroot =\n}\nservice imap-login {\n  chroot =\n}\n'
  return `${login}${free}
protocols = imap
listen = 127.0.0.1
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log
ssl = no
disable_plaintext_auth = no
mail_location = maildir:${folder}/mail
first_valid_uid = 1
first_valid_gid = 1
service imap-login {
  inet_listener imap {
    address = 127.0.0.1
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
passdb {
  driver = static
  args = password=geheim
}
userdb {
  driver = static
  args = uid=${owner.uid} gid=${owner.gid} home=${folder}
}
`
}

describe.skipIf(!dovecot)('Dovecot (apt install dovecot-imapd)', () => {
  let house: Awaited<ReturnType<typeof openInvitations>>
  let server: ChildProcess
  let folder: string
  let port: number
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'rt-imap-'))
    port = await freePort()
    for (const part of ['', 'run', 'state', 'mail', 'mail/new', 'mail/cur', 'mail/tmp']) {
      mkdirSync(join(folder, part), { recursive: true })
      chmodSync(join(folder, part), 0o777)
    }
    // Dovecot wants its own folder for itself.
    for (const part of ['run', 'state']) chmodSync(join(folder, part), 0o755)
    const config = join(folder, 'dovecot.conf')
    writeFileSync(config, configOf(folder, port))
    server = spawn(dovecot!, ['-F', '-c', config], { stdio: ['ignore', 'ignore', 'inherit'] })
    house = await openInvitations()
    await listening(port)
  })
  afterAll(async () => {
    server.kill()
    await once(server, 'exit')
    await house.world.close()
    rmSync(folder, { recursive: true, force: true })
  })

  let delivered = 0
  const deliver = (lines: readonly string[]) => {
    const path = join(folder, 'mail', 'new', `${1_800_000_000 + ++delivered}.${delivered}.table`)
    writeFileSync(path, `${lines.join('\n')}\n`)
    chmodSync(path, 0o666)
  }
  const read = (password = 'geheim') => {
    house.later()
    const { ground } = house.world
    const imapUrl = `imap://tisch%40auenfurt.example:${password}@127.0.0.1:${port}`
    return readMailbox({ ...ground, settings: { ...ground.settings, imapUrl } })
  }
  const seen = () => readdirSync(join(folder, 'mail', 'cur')).filter(name => name.split(',')[1]?.includes('S')).length

  /** As a calendar program on a desk sends it: quoted-printable with long lines folded, and once more as a file. */
  function reply(uid: string, partstat: string, stamp: string): string[] {
    const calendar = [
      ...['BEGIN:VCALENDAR', 'PRODID:-//Example//Desk Calendar 16.0//DE', 'VERSION:2.0', 'METHOD:REPLY'],
      ...['BEGIN:VTIMEZONE', 'TZID:W. Europe Standard Time', 'BEGIN:STANDARD', 'DTSTART:16010101T030000'],
      ...['TZOFFSETFROM:+0200', 'TZOFFSETTO:+0100', 'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10'],
      ...['END:STANDARD', 'BEGIN:DAYLIGHT', 'DTSTART:16010101T020000', 'TZOFFSETFROM:+0100', 'TZOFFSETTO:+0200'],
      ...['RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3', 'END:DAYLIGHT', 'END:VTIMEZONE', 'BEGIN:VEVENT'],
      `ATTENDEE;PARTSTAT=${partstat};CN=Vorsitz:mailto:${mailbox('chair')}`,
      ...['COMMENT;LANGUAGE=de-DE:Ich komme zehn Minuten später\\, grüße Sie', `UID:${uid}`],
      ...['SUMMARY;LANGUAGE=de-DE:Zugesagt: Frühjahrsrunde', 'DTSTART;TZID=W. Europe Standard Time:20310328T180000'],
      ...['DTEND;TZID=W. Europe Standard Time:20310328T200000', `DTSTAMP:${stamp}`, 'SEQUENCE:0', 'STATUS:CONFIRMED'],
      ...['TRANSP:OPAQUE', 'END:VEVENT', 'END:VCALENDAR', ''],
    ].join('\r\n')
    const base64 = Buffer.from(calendar)
      .toString('base64')
      .match(/.{1,76}/g)!
    return [
      ...['Return-Path: <chair@example.org>', `From: "Vorsitz, Der" <${mailbox('chair')}>`],
      ...['To: "Runder Tisch" <tisch@auenfurt.example>', 'Subject: =?utf-8?Q?Zugesagt:_Fr=C3=BChjahrsrunde?='],
      ...['Date: Tue, 1 Dec 2026 09:00:00 +0100', 'Message-ID: <1@desk.example>', 'MIME-Version: 1.0'],
      ...['Content-Type: multipart/mixed; boundary="_002_"', '', '--_002_'],
      ...['Content-Type: multipart/alternative; boundary="_000_"', '', '--_000_'],
      ...['Content-Type: text/plain; charset="utf-8"', 'Content-Transfer-Encoding: quoted-printable', ''],
      ...['Ich komme zehn Minuten sp=C3=A4ter, gr=C3=BC=', '=C3=9Fe Sie', '', '--_000_'],
      ...['Content-Type: text/calendar; charset="utf-8"; method=REPLY', 'Content-Transfer-Encoding: base64', ''],
      ...[...base64, '', '--_000_--', '', '--_002_'],
      ...['Content-Type: application/ics; name="invite.ics"', 'Content-Disposition: attachment; filename="invite.ics"'],
      ...['Content-Transfer-Encoding: base64', '', ...base64, '', '--_002_--'],
    ]
  }

  test('holds the reply of a calendar, and the answer stands at the meeting, once', async () => {
    const id = await house.plan()
    await house.invite(id, ['chair', 'delegate'])
    deliver(reply(`${id}@${house.world.network.id}`, 'ACCEPTED', '20261201T080000Z'))
    deliver(['From: jemand@example.org', 'Subject: Hallo', '', 'Kein Kalender.'])
    expect(await read()).toBe(2)
    const { answers, answer } = await house.answerOf(id, 'chair')
    expect(answers).toMatchObject([{ answer: 'accepted', channel: 'calendar' }])
    expect(answer?.note).toBe('Ich komme zehn Minuten später, grüße Sie')
    expect((await house.answerOf(id, 'delegate')).answers).toEqual([])
    // What was read is marked on the server, and not handed out again.
    expect(seen()).toBe(2)
    expect(await read()).toBe(0)
    deliver(reply(`${id}@${house.world.network.id}`, 'DECLINED', '20261201T090000Z'))
    expect(await read()).toBe(1)
    expect((await house.answerOf(id, 'chair')).answer?.answer).toBe('declined')
    const page = await (await (await house.world.as('coordinator')).get(`/meetings/${id}`)).text()
    expect(page).toContain('Ich komme zehn Minuten später, grüße Sie')
  })

  test('holds a letter that came back, and the meeting says so', async () => {
    const id = await house.plan()
    await house.invite(id, ['chair'])
    const letter = await house.letterTo('chair')
    deliver([
      ...['Return-Path: <>', 'From: MAILER-DAEMON@mx.example (Mail Delivery System)', 'To: tisch@auenfurt.example'],
      ...['Subject: Undelivered Mail Returned to Sender', 'Auto-Submitted: auto-replied', 'MIME-Version: 1.0'],
      ...['Message-Id: <20261201090000.1@mx.example>', 'Content-Type: multipart/report; report-type=delivery-status;'],
      ...['\tboundary="4Tk.1/mx.example"', '', '--4Tk.1/mx.example', 'Content-Type: text/plain; charset=us-ascii', ''],
      ...["I'm sorry to have to inform you that your message could not be delivered.", '', '--4Tk.1/mx.example'],
      ...['Content-Description: Delivery report', 'Content-Type: message/delivery-status', ''],
      ...['Reporting-MTA: dns; mx.example', 'Arrival-Date: Tue,  1 Dec 2026 09:00:00 +0100 (CET)', ''],
      ...[`Final-Recipient: rfc822; ${mailbox('chair')}`, 'Action: failed', 'Status: 5.1.1'],
      ...['Diagnostic-Code: smtp; 550 5.1.1 unknown here', '', '--4Tk.1/mx.example'],
      ...['Content-Description: Undelivered Message', 'Content-Type: message/rfc822', ''],
      ...['From: tisch@auenfurt.example', `To: ${mailbox('chair')}`, `Message-ID: <${letter.id}@auenfurt.example>`],
      ...['Subject: Einladung', '', 'Guten Tag', '', '--4Tk.1/mx.example--'],
    ])
    expect(await read()).toBe(1)
    const page = await (await (await house.world.as('coordinator')).get(`/meetings/${id}`)).text()
    expect(page).toContain('550 5.1.1 unknown here')
  })

  test('that refuses the password leaves everything unread', async () => {
    deliver(['From: jemand@example.org', 'Subject: Hallo', '', 'Noch ungelesen.'])
    await expect(read('falsch')).rejects.toThrow()
    expect(await read()).toBe(1)
  })
})
