import { deflateSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import { expect, it } from 'vitest'
import { convertApart, convertingWorkers, type Job, usual } from './apart.ts'

const MEGABYTE = 1024 * 1024
/** Time enough for a busy machine. */
const patient = { ...usual, milliseconds: 60_000 }
const convertWithin = (job: Job, megabytes: number) =>
  convertApart(job, null, convertingWorkers({ ...patient, megabytes }))
const odt = (text: string) =>
  zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
    'content.xml': strToU8(
      `<a:document-content xmlns:a="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:t="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><a:text><t:p>${text}</t:p></a:text></a:document-content>`,
    ),
  })

it('ends a worker that takes too long, and does the next file', async () => {
  const job = { container: 'zip', bytes: odt('Protokoll') } as const
  const hurried = convertingWorkers({ ...usual, milliseconds: 1 })
  expect(await convertApart(job, null, hurried)).toMatchObject({
    ok: false,
    code: 'file-took-too-long',
    values: { limit: 20 },
  })
  expect(await convertApart(job)).toMatchObject({ ok: true, value: { text: 'Protokoll' } })
})

it('ends a worker whose buffers grow: a PDF stream that inflates a thousandfold', async () => {
  const bytes = pdfWithStream(deflateSync(Buffer.alloc(256 * MEGABYTE, ' ')))
  expect(bytes.length).toBeLessThan(MEGABYTE)
  const before = process.memoryUsage().rss
  const outcome = await convertWithin({ container: 'pdf', bytes }, 32)
  expect(outcome).toMatchObject({ ok: false, code: 'file-expands-too-far', values: { limit: 100 } })
  expect(process.memoryUsage().rss - before).toBeLessThan(400 * MEGABYTE)
})

it('ends a worker whose heap grows: hundreds of thousands of empty paragraphs', async () => {
  const xml = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${'<w:p/>'.repeat(300_000)}</w:body></w:document>`
  const bytes = zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8(xml) })
  expect(bytes.length).toBeLessThan(MEGABYTE)
  const outcome = await convertWithin({ container: 'zip', bytes }, 40)
  expect(outcome).toMatchObject({ ok: false, code: 'file-expands-too-far' })
})

function pdfWithStream(stream: Buffer): Uint8Array {
  const head = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>endobj
4 0 obj<</Filter/FlateDecode/Length ${stream.length}>>stream
`
  return Buffer.concat([Buffer.from(head), stream, Buffer.from('\nendstream endobj\ntrailer<</Root 1 0 R>>\n')])
}
