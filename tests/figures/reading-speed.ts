import { convertFile } from '../../app/ground/converters/convert.ts'
import { read } from '../../reader/src/read.ts'
import type { Figure } from './figures.ts'
import { processorSeconds } from './processor.ts'
import { docxOf, odtOf, pdfOf } from './texts/documents.ts'
import { fiveKilobyteTexts } from './texts/five-kilobytes.ts'
import { median, rounded } from './texts/measured.ts'
import { sampleTexts } from './texts/samples.ts'

const TEXTS = 400
const WARMING = 60
const DOCUMENTS = 40
const MEASURED = 3

/**
 * Texts of 5 kB that are read in a second of one core, after a warm-up, median of three rounds over `--size` different
 * texts; documents of 5 kB that are converted as an upload is and read (`docxPerSecond` …), and that are converted only
 * (`converted`). A second is one of the processor, of this process and the workers it started: on a shared machine the
 * clock on the wall counts the others, too. At least 300 texts is good. `--plant slow` reads every text ten times.
 */
export const readingSpeed: Figure = async ({ size, plant }) => {
  if (plant !== null && plant !== 'slow') throw new Error('faults: slow')
  const reading = plant === 'slow' ? readTenTimes : read
  const texts = fiveKilobyteTexts(size ?? TEXTS, sampleTexts())
  for (const text of texts.slice(0, WARMING)) reading(text)
  const rounds = []
  for (let round = 0; round < MEASURED; round++) rounds.push(await perSecond(texts, async text => void reading(text)))
  const few = texts.slice(0, DOCUMENTS)
  const docx = await documentsPerSecond(await Promise.all(few.map(docxOf)), 'protokoll.docx', reading)
  const odt = await documentsPerSecond(few.map(odtOf), 'protokoll.odt', reading)
  const pdf = await documentsPerSecond(few.map(pdfOf), 'protokoll.pdf', reading)
  return {
    textsPerSecond: Math.round(median(rounds)),
    docxPerSecond: docx.read,
    odtPerSecond: odt.read,
    pdfPerSecond: pdf.read,
    converted: { docxPerSecond: docx.converted, odtPerSecond: odt.converted, pdfPerSecond: pdf.converted },
  }
}

type Reader = (text: string) => unknown

const readTenTimes: Reader = text => {
  for (let time = 0; time < 10; time++) read(text)
}

async function documentsPerSecond(documents: readonly Uint8Array[], name: string, reading: Reader) {
  const convert = async (bytes: Uint8Array) => {
    const converted = await convertFile(bytes, name)
    if (!converted.ok) throw new Error(`${name}: ${converted.code}`)
    return converted.value.text
  }
  await convert(documents[0]!)
  return {
    converted: rounded(await perSecond(documents, async bytes => void (await convert(bytes))), 1),
    read: rounded(await perSecond(documents, async bytes => void reading(await convert(bytes))), 1),
  }
}

async function perSecond<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<number> {
  const begin = processorSeconds()
  for (const one of all) await work(one)
  return all.length / (processorSeconds() - begin)
}
