import { convertFile } from '../../app/ground/converters/convert.ts'

/** What a stream says before it first falls silent. */
export async function firstWords(answer: Response): Promise<string> {
  const reader = answer.body!.getReader()
  let said = ''
  while (true) {
    const silence = new Promise<null>(resolve => setTimeout(() => resolve(null), SILENCE_MS))
    const next = await Promise.race([reader.read(), silence])
    if (!next || next.done) break
    said += new TextDecoder().decode(next.value)
  }
  await reader.cancel()
  return said
}
const SILENCE_MS = 300

/** What a reader of the answer reads: of a file the text that our converters find in it. */
export async function wordsIn(answer: Response): Promise<string> {
  const name = /filename\*=UTF-8''(\S+)/.exec(answer.headers.get('content-disposition') ?? '')?.[1]
  if (!name || !/\.(?:pdf|docx|odt)$/.test(name)) return answer.text()
  const converted = await convertFile(new Uint8Array(await answer.arrayBuffer()), decodeURIComponent(name))
  if (!converted.ok) throw new Error(`${name}: ${converted.code}`)
  return converted.value.text
}
