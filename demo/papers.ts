import { Temporal } from 'temporal-polyfill'
import type { Asker } from '../app/access/act.ts'
import { asViewer } from '../app/access/viewer.ts'
import { listBodies } from '../app/features/directory/finds.ts'
import { addTerm, replaceTerm } from '../app/features/directory/term/acts.ts'
import { findTerms } from '../app/features/directory/term/finds.ts'
import * as papers from '../app/features/papers/acts.ts'
import { findPaper, findPapers } from '../app/features/papers/finds.ts'
import { type Clock, steadyClock } from '../app/ground/clock.ts'
import type { Day, Id } from '../app/ground/schema.ts'
import { kept } from './kept.ts'

const body = 'Offene Runde'
const childcare = {
  name: 'Kinderbetreuung während der Sprachkurse',
  first: 'Die Stadt soll zu jedem Sprachkurs eine Kinderbetreuung anbieten.',
  second:
    'Die Stadt soll zu jedem Sprachkurs eine Kinderbetreuung anbieten.\nDie Plätze werden mit der Anmeldung zum Kurs vergeben.',
} as const
const office = {
  name: 'Ausländerbehörde: Auskunft ohne Termin',
  wording: 'Die Ausländerbehörde soll an zwei Tagen der Woche eine Sprechstunde ohne Termin anbieten.',
} as const

/**
 * Records two invented demands over years: one that was won in part, one that is still open. They were written down long
 * after they were raised, as tables do. A demand that is there is left as it is.
 */
export async function recordPapers(now: Asker, founded: Day): Promise<void> {
  const on = (day: Day): Asker => ({ ...now, ground: { ...now.ground, clock: morning(day) } })
  const ago = (age: Temporal.DurationLike): Day => Temporal.PlainDate.from(founded).subtract(age).toString()
  const { bodyId, names } = await asViewer(now.ground, now.identity, 'read', async viewer => ({
    bodyId: (await listBodies(viewer)).find(({ name }) => name === body)!.id,
    names: ((await findPapers(viewer, { list: 'all' }))?.papers ?? []).map(({ name }) => name),
  }))
  const begun = {
    bodyId,
    commitmentId: null,
    paperType: 'demand',
    audience: 'network',
    withoutAdministration: false,
  } as const

  if (!names.includes(childcare.name)) {
    const early = on(ago({ months: 20 }))
    const { id } = kept(await papers.addPaper(early, { ...begun, name: childcare.name, wording: childcare.first }))
    kept(await papers.movePaper(early, { id, state: 'raised', since: ago({ years: 7 }), sentence: '' }))
    const told = [
      {
        kind: 'petition',
        ago: { years: 6, months: 5 },
        whom: 'Stadtrat',
        sentence: 'Unterschriften übergeben.',
        count: 412,
      },
      {
        kind: 'press',
        ago: { years: 6 },
        whom: '',
        sentence: 'Bericht in der Zeitung über die Mütter im Kurs.',
        count: null,
      },
      { kind: 'talk', ago: { years: 3 }, whom: 'Amt für Soziales', sentence: 'Es gebe keine Räume.', count: null },
    ] as const
    for (const { ago: age, ...event } of told) kept(await papers.notePaper(early, { id, day: ago(age), ...event }))
    kept(
      await papers.revisePaper(on(ago({ months: 14 })), {
        ...{ id, from: 1, wording: childcare.second, note: 'Wie die Plätze vergeben werden, war offen geblieben.' },
      }),
    )
    kept(
      await papers.addConsultation(early, {
        ...{ id, where: '', bodyName: 'Sozialausschuss des Stadtrates', day: ago({ months: 10 }), role: 'decision' },
      }),
    )
    const seen = await asViewer(now.ground, now.identity, 'read', viewer => findPaper(viewer, { id }))
    const consultation = seen!.consultations[0]!.id
    const answered = ago({ months: 10 })
    kept(
      await papers.endConsultation(on(ago({ months: 9 })), {
        ...{ id, consultation, result: 'partly', resultDay: answered },
        ...{ sentence: 'Betreuung an zwei von fünf Kursorten.', source: 'Niederschrift des Ausschusses, TOP 6' },
      }),
    )
    const sentence = 'Zwei von fünf Kursorten haben eine Betreuung.'
    kept(await papers.movePaper(on(ago({ months: 9 })), { id, state: 'partly_won', since: answered, sentence }))
  }
  await recordTerms(on(ago({ months: 20 })), bodyId, ago({ months: 11 }))
  if (names.includes(office.name)) return
  const later = on(ago({ months: 18 }))
  const { id } = kept(await papers.addPaper(later, { ...begun, name: office.name, wording: office.wording }))
  kept(await papers.movePaper(later, { id, state: 'raised', since: ago({ years: 5 }), sentence: '' }))
  const letter = {
    kind: 'letter',
    whom: 'Kreisverwaltung Auenland',
    sentence: 'Brief mit der Bitte um Antwort.',
  } as const
  kept(await papers.notePaper(later, { id, day: ago({ months: 19 }), count: null, ...letter }))
  const council = { where: '', bodyName: 'Kreistag', day: null, role: 'hearing' } as const
  kept(await papers.addConsultation(later, { id, ...council }))
}

const morning = (day: Day): Clock => steadyClock(`${day}T09:00:00Z`)

/** One invented word that the table gave up, which its older texts still use. */
async function recordTerms(asker: Asker, bodyId: Id, day: Day): Promise<void> {
  const { counts } = (await asViewer(asker.ground, asker.identity, 'read', viewer =>
    findTerms(viewer, { list: 'now' }),
  ))!
  if (counts.now + counts.before > 0) return
  const { id } = kept(
    await addTerm(asker, {
      ...{ bodyId, kind: 'word', wording: 'Willkommensklasse', meaning: '', fromDay: yearsBefore(day, 6) },
    }),
  )
  kept(
    await replaceTerm(asker, {
      ...{ id, wording: 'Vorbereitungsklasse', fromDay: day, reason: 'So heißt sie im Schulgesetz.' },
      meaning: 'Klasse, in der Kinder Deutsch lernen, bevor sie in ihre Regelklasse gehen.',
    }),
  )
}

const yearsBefore = (day: Day, years: number): Day => Temporal.PlainDate.from(day).subtract({ years }).toString()
