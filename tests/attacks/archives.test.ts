import { existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, type Zippable, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestDatabase } from '../world/database.ts'
import { openWorld } from '../world/test-world.ts'
import type { Caller, World } from '../world/world.ts'

const LONG = 300_000
let world: World<TestDatabase>
let coordinator: Caller
beforeAll(async () => {
  world = await openWorld()
  coordinator = await world.as('coordinator')
}, LONG)
afterAll(() => world?.close())

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const OFFICE = 'urn:oasis:names:tc:opendocument:xmlns'
let made = 0
/** The same file twice is refused, so each text is its own. */
const minutes = () => `Protokoll der Sitzung vom 3. März 2031, Abschrift ${++made}`
const docxText = (text: string) =>
  strToU8(`<w:document xmlns:w="${WORD}"><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:body></w:document>`)
const odtText = (text: string) =>
  strToU8(
    `<o:document-content xmlns:o="${OFFICE}:office:1.0" xmlns:t="${OFFICE}:text:1.0"><o:body><o:text><t:p>${text}</t:p></o:text></o:body></o:document-content>`,
  )
const formats = {
  docx: {
    main: 'word/document.xml',
    text: docxText,
    around: { '[Content_Types].xml': strToU8('<Types/>') } as Zippable,
  },
  odt: {
    main: 'content.xml',
    text: odtText,
    around: { mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }] } as Zippable,
  },
} as const
const SYMLINK = { os: 3, attrs: 0o120777 << 16 } as const

const send = (bytes: Uint8Array, name: string) =>
  coordinator.post('/readings', { file: new File([bytes as Uint8Array<ArrayBuffer>], name) })
const shownBy = async (answer: Response) =>
  answer.status === 303 ? (await coordinator.get(answer.headers.get('location')!)).text() : answer.text()

/** A ZIP in which a part has another name of the same length. */
function renamed(zip: Uint8Array, from: string, to: string): Uint8Array {
  const bytes = Buffer.from(zip)
  for (let at = bytes.indexOf(from); at >= 0; at = bytes.indexOf(from)) bytes.write(to, at)
  return bytes
}

/** Everything that lies in the data folder. */
const stored = () => readdirSync(world.ground.settings.dataFolder, { recursive: true }).map(String)
const STORED = /^(?:secret|files(?:\/[0-9a-f-]{36}(?:\/[0-9a-f]{2}(?:\/[0-9a-f]{64})?)?)?)$/
function expectNothingOutside() {
  for (const path of stored()) expect(path).toMatch(STORED)
  for (const path of ['/var/rundtisch-escaped', '/rundtisch-escaped', 'rundtisch-escaped'])
    expect(existsSync(path)).toBe(false)
}

describe.each(['docx', 'odt'] as const)('a part of a %s', format => {
  const { main, text, around } = formats[format]

  it.each([
    '../../../../../../../../var/rundtisch-escaped',
    '/var/rundtisch-escaped',
    '/rundtisch-escaped',
    '..\\..\\rundtisch-escaped',
    'C:\\Windows\\rundtisch-escaped',
    'word/../../rundtisch-escaped',
    './rundtisch-escaped',
    'rundtisch-escaped\u0000.xml',
    // fflate writes no `__proto__`, so it is renamed in the bytes.
    'x_proto_x',
    'constructor/prototype',
    `${'n'.repeat(60_000)}`,
  ])('is never written anywhere, whatever its name: %#', async name => {
    const said = minutes()
    const bytes = zipSync({ ...around, [main]: text(said), [name]: strToU8('echo') })
    const answer = await send(renamed(bytes, 'x_proto_x', '__proto__'), `a.${format}`)
    expect(answer.status).toBe(303)
    expect(await shownBy(answer)).toContain(said)
    expectNothingOutside()
  })

  it('that is a link to another file is read as what it holds itself', async () => {
    const said = minutes()
    const link: Zippable = { 'media/link.txt': [strToU8('/etc/passwd'), SYMLINK] }
    const beside = await send(zipSync({ ...around, [main]: text(said), ...link }), `a.${format}`)
    expect(beside.status).toBe(303)
    expect(await shownBy(beside)).toContain(said)

    const instead = await send(zipSync({ ...around, [main]: [strToU8('/etc/passwd'), SYMLINK] }), `b.${format}`)
    expect(instead.status).toBe(422)
    expect(await instead.text()).not.toContain('root:')
    const folder = zipSync({ ...around, 'word/': [new Uint8Array(), SYMLINK], [main]: text(minutes()) })
    expect((await send(folder, `c.${format}`)).status).toBe(303)
    expectNothingOutside()
  })

  it('that is there twice is read once, and only the one that is read is kept as text', async () => {
    const [first, second] = [minutes(), minutes()]
    const other = main.replace(/.$/, 'x')
    const twice = zipSync({ ...around, [main]: text(first), [other]: text(second) })
    const answer = await send(renamed(twice, other, main), `a.${format}`)
    expect(answer.status).toBe(303)
    const shown = await shownBy(answer)
    expect(shown).toContain(first)
    expect(shown).not.toContain(second)
    const kept = await world.database.owner.selectFrom('source').select('content').execute()
    expect(kept.filter(({ content }) => content.includes(second))).toEqual([])
  })

  it('that is an archive itself stays closed', async () => {
    const said = minutes()
    const inner = zipSync({ bomb: new Uint8Array(30_000_000) })
    const nested = zipSync({ ...around, [main]: text(said), 'embedded/inner.zip': inner })
    expect(await shownBy(await send(nested, `a.${format}`))).toContain(said)
  })

  it(
    'that grows a thousandfold is refused in a sentence, and others are served meanwhile',
    async () => {
      const bomb = zipSync({ ...around, [main]: new Uint8Array(90_000_000), 'media/a': new Uint8Array(90_000_000) })
      expect(bomb.length).toBeLessThan(300_000)
      const refused = send(bomb, `a.${format}`)
      const begin = performance.now()
      expect((await coordinator.get('/bodies')).status).toBe(200)
      expect(performance.now() - begin).toBeLessThan(5_000)
      const answer = await refused
      expect(answer.status).toBe(422)
      expect(await answer.text()).toContain('100')

      // Every entry of the list points at the same bytes.
      const alone = Buffer.from(zipSync({ ...around, [main]: new Uint8Array(9_000_000) }))
      const end = alone.lastIndexOf(Buffer.from('504b0506', 'hex'))
      const list = alone.subarray(alone.readUInt32LE(end + 16), end)
      const lists = Buffer.concat([alone.subarray(0, end - list.length), ...Array.from({ length: 40 }, () => list)])
      const last = Buffer.from(alone.subarray(end))
      last.writeUInt16LE(40 * last.readUInt16LE(10), 10)
      last.writeUInt16LE(last.readUInt16LE(10), 8)
      expect((await send(Buffer.concat([lists, last]), `b.${format}`)).status).toBe(422)

      const many = Object.fromEntries(Array.from({ length: 10_001 }, (_, at) => [`p${at}`, new Uint8Array()]))
      expect((await send(zipSync({ ...around, [main]: text(minutes()), ...many }), `c.${format}`)).status).toBe(422)
    },
    LONG,
  )
})

describe('a DOCX that leads elsewhere', () => {
  const relationships = (target: string, mode = '') =>
    strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="${target}"${mode}/></Relationships>`,
    )

  it.each([
    '../../../../../../etc/passwd',
    '/etc/passwd',
    'file:///etc/passwd',
    'http://127.0.0.1:1/x.xml',
    '//127.0.0.1/share',
    '__proto__',
  ])('is read from its own parts or refused: %s', async target => {
    const { main, text, around } = formats.docx
    for (const mode of ['', ' TargetMode="External"']) {
      const said = minutes()
      const parts = { ...around, '_rels/.rels': relationships(target, mode), [main]: text(said) }
      const answer = await send(zipSync(parts), 'a.docx')
      expect([303, 422]).toContain(answer.status)
      const shown = await shownBy(answer)
      expect(shown).not.toContain('root:')
      if (answer.status === 303) expect(shown).toContain(said)
    }
  })
})

describe('the store of files', () => {
  it('gives nothing by a name that is a path', async () => {
    const { files } = world.ground
    const sha256 = await files.put(world.network.id, strToU8('Protokoll'))
    expect(await files.get(world.network.id, sha256)).not.toBeNull()
    for (const name of ['../secret', '..%2fsecret', `../${sha256}`, `${sha256}/../../../secret`, sha256.toUpperCase()])
      expect(await files.get(world.network.id, name)).toBeNull()
    for (const network of ['..', '../..', '.', '', `${world.network.id}/..`])
      await expect(files.get(network, sha256)).rejects.toMatchObject({ code: 'server-error' })
  })

  it('refuses what somebody put in the place of a file', async () => {
    const { files, settings } = world.ground
    const sha256 = await files.put(world.network.id, strToU8('Protokoll'))
    const other = 'a'.repeat(64)
    const folder = join(settings.dataFolder, 'files', world.network.id)
    mkdirSync(join(folder, 'aa'), { recursive: true })
    symlinkSync(join(folder, sha256.slice(0, 2), sha256), join(folder, 'aa', other))
    await expect(files.get(world.network.id, other)).rejects.toMatchObject({ code: 'server-error' })
  })
})

describe('the name of a download', () => {
  it.each([
    ['../../../etc/passwd.txt', 'passwd.txt'],
    ['..\\..\\win.ini.txt', 'win.ini.txt'],
    ['/etc/cron.d/evil.txt', 'evil.txt'],
    ['Protokoll\u202Etxt.exe.txt', 'Protokolltxt.exe.txt'],
    ['Ä "b"; c=d.txt', 'Ä "b"; c=d.txt'],
  ])('has no folder and no marks in it: %j', async (given, wanted) => {
    const text = `Protokoll der Offenen Runde\nDatum: 03.03.2026\nTOP 1 Lampen\nAufgabe: Ivo Brandt kauft Lampen ${++made}.\n`
    const begun = await coordinator.post('/readings', { file: new File([text], given), pasted: '' })
    expect(begun.status).toBe(303)
    const reading = begun.headers.get('location')!
    const { revision } = await world.database.owner
      .selectFrom('reading')
      .where('id', '=', reading.split('/').at(-1)!)
      .select('revision')
      .executeTakeFirstOrThrow()
    const confirmed = await coordinator.post(`${reading}/confirmation`, {
      revision: String(revision),
      undecided: 'accept',
      bodyKind: 'working_group',
    })
    expect(confirmed.status, await confirmed.text()).toBe(303)
    const place = new URL(confirmed.headers.get('location')!, 'http://localhost').pathname
    const { headers } = await coordinator.get(`${place}/source`)
    expect(headers.get('content-disposition')).toBe(`attachment; filename*=UTF-8''${encodeURIComponent(wanted)}`)
  })
})
