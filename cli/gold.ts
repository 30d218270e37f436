import { type Dirent, existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join, parse } from 'node:path'
import { z } from 'zod'
import type { Gold } from '../reader/src/measure/gold.ts'

/** A text and the gold beside it; `gold` is null where there is none. Both are paths. */
export type TextWithGold = { readonly name: string; readonly text: string; readonly gold: string | null }

/**
 * The texts of a folder with their gold, by name: `DIR/NAME.md` with `DIR/NAME.gold.json` or `DIR/NAME.json`, or
 * `DIR/texts/NAME.md` with `DIR/gold/NAME.json`. A text is every file that is neither JSON nor hidden.
 * Rejects where the folder can not be listed.
 */
export async function textsWithGold(folder: string): Promise<TextWithGold[]> {
  const apart = existsSync(join(folder, 'texts')) && existsSync(join(folder, 'gold'))
  const [texts, golds] = apart ? [join(folder, 'texts'), join(folder, 'gold')] : [folder, folder]
  const files = (await readdir(texts, { withFileTypes: true })).filter(isText).map(({ name }) => name)
  return files.sort().map(name => {
    const stem = join(golds, parse(name).name)
    const gold = [`${stem}.gold.json`, `${stem}.json`].find(path => existsSync(path))
    return { name, text: join(texts, name), gold: gold ?? null }
  })
}

const isText = (file: Dirent): boolean => file.isFile() && !file.name.startsWith('.') && !file.name.endsWith('.json')

const placed = {
  line: z.int().nullish(),
  lines: z.tuple([z.int(), z.int()]).nullish(),
  borderline: z.boolean().nullish(),
}
const words = z.object({ ...placed, text: z.string() })
const count = z.number().nullish()
const said = z.string().nullish()
const list = <T extends z.ZodType>(item: T) => z.array(item).nullish()
const names = list(z.object({ ...placed, name: z.string() }))

const GoldFile = z.object({
  meeting: z
    .object({
      title: said,
      body: said,
      date: said,
      start: said,
      end: said,
      place: said,
      chair: said,
      minuteTaker: said,
    })
    .nullish(),
  attendance: z.object({ present: names, absent: names, excused: names, guests: names }).nullish(),
  agenda: list(z.object({ ...placed, title: z.string() })),
  tasks: list(words.extend({ responsible: list(z.string()), due: said })),
  decisions: list(words.extend({ result: said, votes: z.object({ yes: count, no: count, abstain: count }).nullish() })),
  appointments: list(z.object({ ...placed, title: z.string(), date: said, start: said })),
  ideas: list(words),
  lessons: list(words),
  wishes: list(words),
})

/** The gold in a file, or what is wrong with it: a path in the JSON, a system's code or the parser's words. */
export async function goldIn(path: string): Promise<{ readonly gold: Gold } | { readonly wrong: string }> {
  try {
    const result = GoldFile.safeParse(JSON.parse(await readFile(path, 'utf8')))
    if (result.success) return { gold: withoutNulls(result.data) as Gold }
    return { wrong: result.error.issues[0]?.path.join('.') || '{}' }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    return { wrong: code ?? message }
  }
}

/** JSON says null for what is not there; TypeScript leaves it out. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls)
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.entries(value).filter(([, field]) => field !== null && field !== undefined)
  return Object.fromEntries(fields.map(([name, field]) => [name, withoutNulls(field)]))
}
