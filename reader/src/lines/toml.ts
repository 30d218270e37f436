import type { FrontMatterField, FrontMatterValue } from './front-matter.ts'

const ENTRY = /^\s{0,20}([\p{L}\p{N}_-]{1,40})\s{0,20}=\s{0,20}(\S.*)$/u
const STRING = /"([^"]{0,500})"|'([^']{0,500})'/g
const BARE = /^[^#"'[{]{1,60}/

/**
 * The fields of the small part of TOML that front matter uses: strings, bare values and lists of strings, with tables
 * (`[extra]`) as if they were not there. `first` is the number of the first line.
 */
export function tomlFields(raws: readonly string[], first: number): FrontMatterField[] {
  const fields: { key: string; values: FrontMatterValue[] }[] = []
  let list: FrontMatterValue[] | null = null
  for (const [at, raw] of raws.entries()) {
    const line = first + at
    const entry: RegExpExecArray | null = list ? null : ENTRY.exec(raw)
    if (!entry && !list) continue
    const value: string = entry ? entry[2]! : raw
    const values = stringsIn(value, line)
    if (entry) {
      fields.push({ key: entry[1]!, values: values.length > 0 ? values : bareValue(value, line) })
      list = value.startsWith('[') ? fields.at(-1)!.values : null
    } else list!.push(...values)
    if (value.includes(']')) list = null
  }
  return fields
}

function stringsIn(value: string, line: number): FrontMatterValue[] {
  return [...value.matchAll(STRING)].flatMap(match => {
    const text = (match[1] ?? match[2] ?? '').trim()
    return text === '' ? [] : [{ text, line }]
  })
}

function bareValue(value: string, line: number): FrontMatterValue[] {
  const text = BARE.exec(value)?.[0].trim() ?? ''
  return text === '' ? [] : [{ text, line }]
}
