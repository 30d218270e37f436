import { existsSync, readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { asViewer, type Identity } from '../../app/access/viewer.ts'
import type { SearchInput } from '../../app/features/search/contract.ts'
import { findHits } from '../../app/features/search/finds.ts'
import { systemClock } from '../../app/ground/clock.ts'
import { fileStore } from '../../app/ground/files.ts'
import type { Ground } from '../../app/ground/ground.ts'
import { newId } from '../../app/ground/ids.ts'
import type { Id } from '../../app/ground/schema.ts'
import { readSettings } from '../../app/ground/settings.ts'
import { signalsAt } from '../../app/ground/signals.ts'
import type { WorldDatabase } from '../world/world.ts'
import { ownDatabase } from './database.ts'
import type { Figure } from './figures.ts'
import { percentile, QUESTIONS } from './searched/asked.ts'
import { type Judged, judgedIn, variants } from './searched/judged.ts'
import { fill } from './searched/lines.ts'

const SIZE = 1_000_000
const ROUNDS = 20
/** Judged rows that stand outside the repository; another file by `--text`. */
const JUDGED = '../shared/eval/search.md'

/**
 * Search in a network of `--size` lines of minutes, a fifth of them closed to who asks, over a fixed mix of questions from
 * the most frequent word to one that is nowhere, each the whole read behind the door. `rows`: judged pairs of text and
 * question, those of a file and some of our own; `negatives` likewise. `invisible`: results that their reader may not see.
 * `--plant index` takes the index of words away, `--plant forms` empties the keys of the judged texts.
 */
export const search: Figure = async ({ size, plant, text }) => {
  const database = await ownDatabase()
  try {
    const begun = performance.now()
    const network = await fill(database.owner, size ?? SIZE)
    const seconds = Math.round((performance.now() - begun) / 1000)
    const ask = asking(database, network.id, network.reader)
    const file = text ?? JUDGED
    const judged = existsSync(file) ? [...judgedIn(readFileSync(file, 'utf8')), ...variants] : variants
    const held = await judge(database, network, judged, plant, ask)
    await sql`vacuum analyze`.execute(database.owner)
    if (plant === 'index') await sql`drop index search.entry_keys_idx`.execute(database.owner)
    return { size: size ?? SIZE, filledIn: seconds, ...held, ...(await times(ask, network.closed)) }
  } finally {
    await database.close()
  }
}

type Ask = (question: Partial<SearchInput>) => ReturnType<typeof findHits>

function asking(database: WorldDatabase, id: Id, personId: Id): Ask {
  const ground: Ground = {
    ...{ db: database.app, clock: systemClock, files: fileStore('/nowhere'), signals: signalsAt(database.appAddress) },
    settings: readSettings({ RUNDTISCH_DATA: '/nowhere', SECRET: 'x'.repeat(40) }),
  }
  const network = { id, name: 'Netz', timeZone: 'Europe/Berlin', languages: ['de'], demo: true }
  const identity: Identity = { network, language: 'de', as: { kind: 'person', personId } }
  return question => asViewer(ground, identity, 'read', viewer => findHits(viewer, question as SearchInput))
}

async function times(ask: Ask, closed: string) {
  const taken: number[] = []
  const slowest = { milliseconds: 0, question: '' }
  let invisible = 0
  for (let round = -2; round < ROUNDS; round++)
    for (const question of QUESTIONS) {
      const begun = performance.now()
      const { hits } = await ask(question)
      const milliseconds = performance.now() - begun
      invisible += hits.filter(hit => hit.text.includes(closed)).length
      // The first rounds fill the caches and prepare the statements.
      if (round < 0) continue
      taken.push(milliseconds)
      if (milliseconds > slowest.milliseconds)
        Object.assign(slowest, { milliseconds, question: JSON.stringify(question) })
    }
  const rounded = (share: number) => Number(percentile(taken, share).toFixed(1))
  return { invisible, asked: taken.length, p50: rounded(0.5), p95: rounded(0.95), slowest: slowest.question }
}

/** Each judged text becomes a line of minutes like any other and is asked for. */
async function judge(
  { owner, app }: WorldDatabase,
  network: Awaited<ReturnType<typeof fill>>,
  judged: readonly Judged[],
  plant: string | null,
  ask: Ask,
) {
  const texts = [...new Set(judged.flatMap(({ text, after = '' }) => [text, after]))].filter(Boolean)
  const ids = new Map(texts.map(one => [one, newId(systemClock)]))
  for (const [content, id] of ids) await network.addLine(id, content)
  await network.keep(app)
  if (plant === 'forms')
    await sql`update search.entry set keys = '{}' where subject_id = any(${[...ids.values()]})`.execute(owner)
  const outcomes = []
  for (const one of judged) {
    const { hits, asked } = await ask({ q: one.question, kind: 'entry' })
    const at = (text: string) => hits.findIndex(({ id }) => id === ids.get(text))
    const found = one.text !== '' && at(one.text) >= 0
    const holds = {
      found,
      absent: !found,
      before: found && (at(one.after ?? '') < 0 || at(one.text) < at(one.after ?? '')),
      nothing: asked === 'small' && hits.length === 0,
    }[one.kind]
    outcomes.push({ ...one, holds })
  }
  const [rows, negatives] = [
    outcomes.filter(({ kind }) => kind === 'found'),
    outcomes.filter(({ kind }) => kind !== 'found'),
  ]
  const bad = outcomes.filter(({ holds }) => !holds).map(({ question, text }) => `${question} / ${text}`)
  return {
    ...{ rows: rows.length, rowsFound: rows.filter(({ holds }) => holds).length },
    ...{ negatives: negatives.length, negativesHeld: negatives.filter(({ holds }) => holds).length, bad },
  }
}
