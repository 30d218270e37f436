import { readFileSync } from 'node:fs'
import { constants, deflateRawSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, it } from 'vitest'
import { type Refusal, refused } from '../problems.ts'
import { bounds, fileExpandsTooFar, fileTookTooLong, fileTooLarge, textTooLong } from './bounds.ts'
import { convertFile, convertText } from './convert.ts'
import { sha256Of } from './extracted.ts'
import { unread, unreadKinds } from './kind.ts'

const MINUTES =
  'Protokoll vom 14.11.2022\nAnwesend: Frau Grünwald, Herr Öztürk\n– Herr Jäger bestellt „Stühle“ für 30 €.\n'
const MEGABYTE = 1024 * 1024

const utf16 = (text: string, littleEndian: boolean): Uint8Array => {
  const bytes = Buffer.from(text, 'utf16le')
  return littleEndian ? bytes : bytes.swap16()
}
/** The 27 signs of Windows-1252 that Latin-1 lacks; the ones used here. */
const windows1252 = (text: string): Uint8Array =>
  Buffer.from(
    text.replaceAll('–', '\x96').replaceAll('„', '\x84').replaceAll('“', '\x93').replaceAll('€', '\x80'),
    'latin1',
  )

describe('text', () => {
  it.each([
    ['UTF-8', Buffer.from(MINUTES)],
    ['UTF-8 with byte order mark', Buffer.from(`\ufeff${MINUTES}`)],
    ['UTF-16LE with byte order mark', utf16(`\ufeff${MINUTES}`, true)],
    ['UTF-16BE with byte order mark', utf16(`\ufeff${MINUTES}`, false)],
    ['UTF-16LE without', utf16(MINUTES, true)],
    ['UTF-16BE without', utf16(MINUTES, false)],
    ['Windows-1252', windows1252(MINUTES)],
    ['line ends of Windows', Buffer.from(MINUTES.replaceAll('\n', '\r\n'))],
    ['line ends of old Macs', Buffer.from(MINUTES.replaceAll('\n', '\r'))],
    ['umlauts in two parts, as Macs write them', Buffer.from(MINUTES.normalize('NFD'))],
    ['a NUL and an escape in between', Buffer.from(MINUTES.replace('Frau', 'Fr\0au\x1b'))],
  ])('reads %s', async (_, bytes) => {
    const outcome = await convertFile(bytes, 'protokoll.txt')
    expect(outcome).toEqual({
      ok: true,
      value: {
        text: MINUTES.trimEnd(),
        lineCount: 3,
        converter: 'plain 1',
        mediaType: 'text/plain',
        sha256: sha256Of(bytes),
      },
    })
  })

  it('counts lines by line feeds: a form feed ends none', async () => {
    const outcome = await convertText('eins\n\fzwei drei\fvier\n\n  fünf\t6')
    expect(outcome).toMatchObject({ ok: true, value: { text: 'eins\nzwei drei vier\n\n  fünf\t6', lineCount: 4 } })
  })

  it('keeps a UTF-8 text that was cut within a sign', async () => {
    const outcome = await convertFile(Buffer.from('Grüße aus Köln, schöne Grüße ü').subarray(0, -1), 'a.txt')
    expect(outcome).toMatchObject({ ok: true, value: { text: 'Grüße aus Köln, schöne Grüße \ufffd' } })
  })

  it('calls Markdown by its name only where it is text', async () => {
    expect(await convertFile(Buffer.from('# Protokoll'), 'A.MD')).toMatchObject({
      value: { mediaType: 'text/markdown' },
    })
    expect(await convertFile(Buffer.from([0x89, 0x50, 0x4e, 0x47]), 'a.md')).toMatchObject({
      code: 'file-type-unknown',
    })
  })

  it.each([
    ['nothing', ''],
    ['blanks and line ends', ' \r\n\t\f\n'],
    ['a byte order mark', '\ufeff'],
  ])('refuses %s', async (_, text) => {
    expect(await convertFile(Buffer.from(text), 'leer.txt')).toMatchObject({ ok: false, code: 'file-empty' })
    expect(await convertText(text)).toMatchObject({ ok: false, code: 'file-empty' })
  })
})

describe('bounds', () => {
  it('refuses a file of 50 MB and a pasted text of 50 MB, at once', async () => {
    const begin = performance.now()
    const line = 'Herr Jäger bestellt Stühle.\n'
    const text = line.repeat(Math.ceil((50 * MEGABYTE) / Buffer.byteLength(line)))
    expect(await convertFile(Buffer.from(text), 'lang.txt')).toMatchObject({
      code: 'file-too-large',
      values: { limit: 20 },
    })
    expect(await convertText(text)).toMatchObject({ code: 'text-too-long', values: { limit: 5, lines: 200_000 } })
    expect(performance.now() - begin).toBeLessThan(5_000)
  })

  it('counts the text in bytes and in lines', async () => {
    const fits = 'ü'.repeat(bounds.textBytes / 2)
    expect(await convertText(fits)).toMatchObject({ ok: true })
    expect(await convertText(`${fits}.`)).toMatchObject({ code: 'text-too-long' })
    expect(await convertText('.\n'.repeat(bounds.textLines))).toMatchObject({ ok: true })
    expect(await convertText(`${'.\n'.repeat(bounds.textLines)}.`)).toMatchObject({ code: 'text-too-long' })
    expect(await convertFile(Buffer.from(`${fits}.`), 'a.txt')).toMatchObject({ code: 'text-too-long' })
  })
})

describe('files that are something else', () => {
  const zip = (names: string[], mimetype?: string) =>
    zipSync({
      ...(mimetype ? { mimetype: strToU8(mimetype) } : {}),
      ...Object.fromEntries(names.map(name => [name, strToU8('x')])),
    })
  const compound = (stream: string) =>
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(stream, 'utf16le')])
  const noise = deflateRawSync(Buffer.from(MINUTES.repeat(9)))

  it.each([
    ['a photograph named .pdf', 'image', Buffer.from('ffd8ffe000104a464946', 'hex'), 'a.pdf'],
    ['a photograph of a telephone', 'image', Buffer.from('\0\0\0\x18ftypheic', 'latin1'), 'a.docx'],
    ['a .doc named .docx', 'oldWord', compound('WordDocument'), 'a.docx'],
    ['an .xls', 'oldOffice', compound('Workbook'), 'a.xls'],
    ['a DOCX with a password', 'protected', compound('EncryptedPackage'), 'a.docx'],
    ['RTF', 'rtf', Buffer.from('{\\rtf1 Protokoll}'), 'a.doc'],
    ['a web page', 'html', Buffer.from('<!DOCTYPE html><p>Protokoll'), 'a.txt'],
    ['a spreadsheet', 'spreadsheet', zip(['[Content_Types].xml', 'xl/workbook.xml']), 'a.docx'],
    ['an ODS', 'spreadsheet', zip(['content.xml'], 'application/vnd.oasis.opendocument.spreadsheet'), 'a.odt'],
    ['slides', 'presentation', zip(['[Content_Types].xml', 'ppt/presentation.xml']), 'a.pptx'],
    ['Apple Pages', 'pages', zip(['Index/Document.iwa', 'preview.jpg']), 'a.pages'],
    ['a ZIP of files', 'archive', zip(['protokoll.txt']), 'a.zip'],
    ['a recording', 'recording', Buffer.from('ID3\x04\0\0', 'latin1'), 'a.mp3'],
    ['a program named .txt', 'other', Buffer.from('\x7fELF\x02\x01\x01\0\0\0\0\0', 'latin1'), 'a.txt'],
    ['compressed data named .txt', 'other', noise, 'a.txt'],
    ['XML', 'other', Buffer.from('<?xml version="1.0"?><a/>'), 'a.txt'],
  ])('says that %s is %s', async (_, kind, bytes, name) => {
    expect(await convertFile(bytes, name)).toEqual({ ok: false, code: 'file-type-unknown', values: { kind } })
  })
})

describe.each(['de', 'en', 'ar'])('sentences in %s', language => {
  const texts: Record<string, string> = JSON.parse(
    readFileSync(new URL(`../../texts/${language}.json`, import.meta.url), 'utf8'),
  )
  // Throws where a sentence asks for a value that the refusal does not carry.
  const sentence = ({ code, values }: Refusal) =>
    String(new IntlMessageFormat(texts[`problem.${code}`]!, language).format(values))

  it('tell every kind of file apart', () => {
    const sentences = unreadKinds.map(kind => sentence(unread(kind)))
    expect(new Set(sentences).size).toBe(unreadKinds.length)
  })

  it('are filled by what the refusals carry', () => {
    const refusals = [fileTooLarge(), fileTookTooLong(), fileExpandsTooFar(), textTooLong()]
    expect(refusals.map(sentence).filter(text => /20|100|5/.test(text))).toHaveLength(refusals.length)
    for (const code of ['file-empty', 'file-broken', 'file-has-no-text'] as const)
      expect(sentence(refused(code)).length).toBeGreaterThan(20)
  })
})

describe('documents', () => {
  const odt = (body: string) =>
    zipSync({
      mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
      'content.xml': strToU8(
        `<a:document-content xmlns:a="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:t="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><a:text>${body}</a:text></a:document-content>`,
      ),
    })

  it('are told by their content, whatever their name', async () => {
    const bytes = odt('<t:p>Größe: 30 m²</t:p>')
    expect(await convertFile(bytes, 'notiz.txt')).toEqual({
      ok: true,
      value: {
        text: 'Größe: 30 m²',
        lineCount: 1,
        converter: 'odt 2',
        mediaType: 'application/vnd.oasis.opendocument.text',
        sha256: sha256Of(bytes),
      },
    })
  })

  it('without a word are refused', async () => {
    expect(await convertFile(odt('<t:p> </t:p>'), 'a.odt')).toMatchObject({ ok: false, code: 'file-has-no-text' })
  })
})

describe('hostile ZIPs', () => {
  /** 4 MB that inflate to 4 GB of blanks: deflate blocks may follow each other, and only the last one says so. */
  const gigabytes = () => {
    const block = deflateRawSync(Buffer.alloc(64 * MEGABYTE, ' '), { finishFlush: constants.Z_FULL_FLUSH })
    return Buffer.concat([...Array.from({ length: 64 }, () => block), deflateRawSync(Buffer.from('.'))])
  }

  it.each([
    ['says so', 64 * 64 * MEGABYTE - 1],
    ['lies about it', 1_000],
  ])('refuses a small file that inflates to gigabytes and %s, without using memory for it', async (_, size) => {
    const bomb = zipOf(['[Content_Types].xml', 'word/document.xml'].map(name => ({ name, packed: gigabytes(), size })))
    expect(bomb.length).toBeLessThan(10 * MEGABYTE)
    const before = process.memoryUsage().rss
    const begin = performance.now()
    expect(await convertFile(bomb, 'a.docx')).toMatchObject({ code: 'file-expands-too-far', values: { limit: 100 } })
    expect(performance.now() - begin).toBeLessThan(10_000)
    expect(process.memoryUsage().rss - before).toBeLessThan(400 * MEGABYTE)
  })

  it.each([
    ['cut in the middle', (whole: Uint8Array) => whole.subarray(0, whole.length / 2)],
    ['with a byte changed', (whole: Uint8Array) => whole.with(60, whole[60]! ^ 0xff)],
    ['with only its end', (whole: Uint8Array) => new Uint8Array([0x50, 0x4b, 5, 6, ...whole.subarray(-18)])],
  ])('refuses one %s', async (_, broken) => {
    const whole = zipSync({ 'word/document.xml': strToU8('<a>'.repeat(99)), '[Content_Types].xml': strToU8('x') })
    expect(await convertFile(broken(whole), 'a.docx')).toMatchObject({ ok: false, code: 'file-broken' })
  })
})

type Part = { readonly name: string; readonly packed: Uint8Array; readonly size: number }

/** A ZIP that declares what it is told to (APPNOTE 4.3). */
function zipOf(parts: readonly Part[]): Uint8Array {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let offset = 0
  for (const { name, packed, size } of parts) {
    const sizes = Buffer.alloc(20)
    sizes.writeUInt16LE(8, 0)
    sizes.writeUInt32LE(packed.length, 10)
    sizes.writeUInt32LE(size, 14)
    sizes.writeUInt16LE(name.length, 18)
    const start = Buffer.from('504b030414000000', 'hex')
    const local = Buffer.concat([start, sizes, Buffer.alloc(2), Buffer.from(name), packed])
    const rest = Buffer.alloc(16)
    rest.writeUInt32LE(offset, 12)
    centrals.push(Buffer.concat([Buffer.from('504b0102140014000000', 'hex'), sizes, rest, Buffer.from(name)]))
    locals.push(local)
    offset += local.length
  }
  const central = Buffer.concat(centrals)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, central, end])
}
