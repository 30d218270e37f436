import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asViewer } from '../../app/access/viewer.ts'
import { writeAskings } from '../../app/features/commitments/asking/jobs.ts'
import { fireConsequences } from '../../app/features/commitments/consequence/jobs.ts'
import type { CommitmentList, CommitmentShown } from '../../app/features/commitments/contract.ts'
import { openCommitmentsOf } from '../../app/features/commitments/finds.ts'
import type { MeetingList, MeetingShown } from '../../app/features/meetings/contract.ts'
import { confirmReading } from '../../app/features/minutes/acts.ts'
import { beginReading, changeHead } from '../../app/features/minutes/reading/acts.ts'
import { findReview } from '../../app/features/minutes/reading/store.ts'
import type { PaperList, PaperShown } from '../../app/features/papers/contract.ts'
import type { Id } from '../../app/ground/schema.ts'
import type { TestDatabase } from '../world/database.ts'
import { openWorld } from '../world/test-world.ts'
import type { World } from '../world/world.ts'

/** What a board agreed in one evening, told once as minutes, and what a table asked for in ten years: nothing of it is lost. */
const MINUTES = `Protokoll der Sitzung des Vorstands am 14.09.2026, 17 – 19 Uhr, Bürgerhaus

Anwesend: J. Ferber, L. Aydemir, M. Halden, T. Wrobel, A. Saleh, N. Okafor, K. Brandes
Entschuldigt: D. Yildirim

0. Kontrolle des Protokolls vom 13.07.2026

Zum Jugendring gibt es noch keinen Kontakt, die Koordinierungsstelle ruft dort noch einmal an.
Hr. Ferber besucht in den kommenden Tagen den Schützenverein.

1. Auswertung des Stadtteilgesprächs

Idee: Alle Quartiersbüros gemeinsam einladen (Mit Frau Navid klären)

2. Vorbereitung der Mitgliederversammlung

Koordinierungsstelle verschickt den Entwurf der Tagesordnung an den Vorstand.
Erinnerungsmail mit Wahlvorschlägen nötig
Fr. Brandes klärt mit der Bibliothek den Saal bis 05.10.2026.
Fr. Aydemir überarbeitet die Grundsätze bis 30.09.2026; Koordinierungsstelle verschickt sie mit der Erinnerung.

3. Gespräch mit dem Kreistag

Beschluss: Wenn der Kreistag einlädt, kommen alle Fraktionen; wenn wir einladen, entscheidet der Vorstand.
Hr. Ferber meldet Herrn Adler das Ergebnis.
Fr. Okafor spricht mit Fr. Kruse über die Form der Einladung.
Koordinierungsstelle verschickt den Termin an alle, die sicher eingeladen werden.

4. Förderantrag

Der Antrag wird bis Ende der Woche verschickt.
Der Antrag auf Kirchenmittel muss möglichst bald gestellt werden.
Fr. Aydemir schreibt Hrn. Vogt; falls es über das Stiftungsbüro nicht geht, wird die Sparkassenstiftung gefragt.
Fr. Okafor bereitet den offenen Brief vor.

5. Verschiedenes

Parkplatz: Klausurtag im Frühjahr
`
const TABLE = 'Vorstand des Runden Tisches Ankommen'

/** The fourteen tasks: line, how the wording begins, who owns it, until when as it was said. */
const tasks = [
  [8, 'die Koordinierungsstelle ruft', 'office:Koordinierungsstelle', null],
  [9, 'Hr. Ferber besucht', 'person:Jonas Ferber', 'kommenden Tagen'],
  [17, 'Koordinierungsstelle verschickt den Entwurf', 'office:Koordinierungsstelle', null],
  [18, 'Erinnerungsmail', 'nobody:', null],
  [19, 'Fr. Brandes klärt', 'person:Klara Brandes', '2026-10-05'],
  [20, 'Fr. Aydemir überarbeitet', 'person:Leyla Aydemir', '2026-09-30'],
  [20, 'Koordinierungsstelle verschickt sie', 'office:Koordinierungsstelle', null],
  [25, 'Hr. Ferber meldet', 'person:Jonas Ferber', null],
  [26, 'Fr. Okafor spricht', 'person:Ngozi Okafor', null],
  [27, 'Koordinierungsstelle verschickt den Termin', 'office:Koordinierungsstelle', null],
  [31, 'Der Antrag wird', 'nobody:', 'Ende der Woche'],
  [32, 'Der Antrag auf Kirchenmittel', 'nobody:', 'möglichst bald'],
  [33, 'Fr. Aydemir schreibt', 'person:Leyla Aydemir', null],
  [34, 'Fr. Okafor bereitet', 'person:Ngozi Okafor', null],
] as const

let world: World<TestDatabase>
let minutes: Id
beforeAll(async () => {
  world = await openWorld()
  // Everybody of the board can be reached.
  for (const [name, email] of [
    ['Klara Brandes', 'klara.brandes@auenfurt.example'],
    ['Ngozi Okafor', 'ngozi.okafor@auenfurt.example'],
  ] as const)
    await world.database.owner.updateTable('person').where('name', '=', name).set({ email }).execute()
  minutes = await readIn()
}, 120_000)
afterAll(() => world.close())

const later = (days = 0) =>
  world.ground.clock.set(
    world.ground.clock
      .instant()
      .add({ seconds: 1, hours: days * 24 })
      .toString(),
  )
const post = async (path: string, fields: Record<string, string>) => {
  later()
  const answer = await (await world.as('coordinator')).post(path, fields)
  expect([path, answer.status]).toEqual([path, 303])
  return answer.headers.get('location')!.split(/[/?#]/)[2]!
}
const json = async <T>(path: string, who: 'coordinator' | 'public' = 'coordinator') =>
  (await (await (await world.as(who)).get(path, true)).json()) as T
const html = async (path: string, who: 'coordinator' | 'public') => (await (await world.as(who)).get(path)).text()

async function readIn(): Promise<Id> {
  const asker = await world.asker('coordinator')
  const begun = await beginReading(openCommitmentsOf)(asker, { pasted: MINUTES })
  if (!begun.ok) throw new Error(begun.code)
  const { id } = begun.value
  const { review, bodyId } = await asViewer(asker.ground, asker.identity, 'read', async viewer => ({
    review: (await findReview(viewer, id))!,
    bodyId: (await viewer.db.selectFrom('body').where('name', '=', TABLE).select('id').executeTakeFirstOrThrow()).id,
  }))
  const { title, date, start, end, place, chair, minuteTaker } = review.head
  const changed = await changeHead(openCommitmentsOf)(asker, {
    ...{ id, revision: review.revision, bodyId, body: TABLE, audience: 'board', withoutAdministration: false },
    ...{ title, date, start: start || null, end: end || null, place, chair, minuteTaker },
  })
  if (!changed.ok) throw new Error(changed.code)
  const told = await confirmReading(openCommitmentsOf)(asker, {
    id,
    revision: changed.value.revision,
    undecided: 'accept',
  })
  if (!told.ok) throw new Error(told.code)
  const { owner } = world.database
  const row = owner.selectFrom('minutes').innerJoin('meeting', 'meeting.id', 'minutes.meeting_id')
  return (await row.where('meeting.day', '=', '2026-09-14').select('minutes.id').executeTakeFirstOrThrow()).id
}

async function opened() {
  const items: CommitmentList['items'][number][] = []
  for (let next: string | null = ''; next !== null; ) {
    const page: CommitmentList = await json(`/commitments?list=open${next && `&after=${next}`}`)
    items.push(...page.items)
    next = page.next
  }
  return items
    .filter(({ source }) => source?.minutesId === minutes)
    .toSorted((a, b) => a.source!.line - b.source!.line || order(a.wording) - order(b.wording))
}
const order = (wording: string) => tasks.findIndex(([, begins]) => wording.startsWith(begins))
const idOf = async (begins: string) => (await opened()).find(({ wording }) => wording.startsWith(begins))!.id
const shown = (id: Id) => json<CommitmentShown>(`/commitments/${id}`)

describe('fourteen tasks of one evening', () => {
  it('are kept with who owns them, until when as it was said, and the line that said it', async () => {
    const found = await opened()
    expect(
      found.map(({ source, wording, owner, due }) => [source!.line, wording, `${owner.kind}:${owner.name ?? ''}`, due]),
    ).toEqual(
      tasks.map(([line, begins, owner, due]) => [
        ...[line, expect.stringContaining(begins), owner],
        due === null
          ? { kind: 'nothing' }
          : due.startsWith('2026')
            ? expect.objectContaining({ kind: 'day', day: due })
            : { kind: 'words', words: expect.stringContaining(due) },
      ]),
    )
    const lines = MINUTES.split('\n')
    for (const { id, wording, source } of found) {
      expect(lines[source!.line - 1]).toContain(wording.replace(/^die /, ''))
      expect((await shown(id)).quote).toContain(wording)
    }
  })

  it('keep the condition under which something is decided', async () => {
    const page = await html(`/minutes/${minutes}`, 'coordinator')
    for (const words of [
      'Wenn der Kreistag einlädt',
      'wenn wir einladen',
      'falls es über das Stiftungsbüro nicht geht',
    ])
      expect(page).toContain(words)
  })

  it('are reported on at the next meeting, by everybody with one link, before it begins', async () => {
    const { coming } = await json<MeetingList>('/meetings')
    const next = coming.find(({ body }) => body?.name === TABLE)!.id
    const draft = world.database.owner.updateTable('meeting').where('id', '=', next)
    await draft
      .set({ state: 'scheduled', day: world.ground.clock.today('Europe/Berlin').add({ days: 30 }).toString() })
      .execute()
    for (const begins of ['Erinnerungsmail', 'Der Antrag wird']) {
      const { id, revision, wording, due } = await shown(await idOf(begins))
      const office = (await world.database.owner.selectFrom('office').select('id').executeTakeFirstOrThrow()).id
      const dueWords = due.kind === 'words' ? due.words : ''
      await post(`/commitments/${id}`, {
        wording,
        owner: `office:${office}`,
        dueOn: '',
        dueWords,
        revision: String(revision),
      })
    }
    await world.database.owner.deleteFrom('outbox').execute()
    await post(`/meetings/${next}/asking`, {})
    await writeAskings(world.ground)
    const mails = await world.database.owner.selectFrom('outbox').select(['recipient', 'content']).execute()
    expect(new Set(mails.map(({ recipient }) => recipient)).size).toBe(mails.length)
    for (const { content } of mails) {
      const secret = /\/links\/commitments\/([\w-]{43})/.exec(content)![1]
      const { commitments } = await json<{ commitments: { id: Id }[] }>(`/links/commitments/${secret}`, 'public')
      for (const { id } of commitments) {
        later()
        const fields = { commitment: id, report: 'under_way', sentence: 'Ist begonnen.' }
        expect((await (await world.as('public')).post(`/links/commitments/${secret}`, fields)).status).toBe(303)
      }
    }
    const page = await json<MeetingShown>(`/meetings/${next}`)
    const carried = page.agenda.flatMap(({ commitments }) => commitments ?? [])
    const ours = new Set((await opened()).map(({ id }) => id))
    const reports = carried
      .filter(({ commitmentId }) => ours.has(commitmentId))
      .map(({ wording, report }) => [wording, report?.sentence ?? null])
    expect(reports).toHaveLength(14)
    // Nobody owns it yet, so nobody was asked.
    expect(reports.filter(([, said]) => said === null).map(([wording]) => wording)).toEqual([
      expect.stringContaining('Kirchenmittel'),
    ])
  })

  it('reach the one outside who owns one, and whoever is to be asked if that one is silent', async () => {
    const id = await idOf('Der Antrag auf Kirchenmittel')
    const { revision, wording } = await shown(id)
    const today = world.ground.clock.today('Europe/Berlin')
    const due = { dueOn: today.add({ days: 2 }).toString(), dueWords: 'möglichst bald' }
    await post(`/commitments/${id}`, {
      ...due,
      wording,
      owner: 'outside',
      outsideName: 'Stiftungsbüro',
      revision: String(revision),
    })
    const fallback = { kind: 'fallback_owner', wording: 'Dann fragen wir die Sparkassenstiftung.', grace: '1' }
    await post(`/commitments/${id}/consequences`, { ...fallback, to: 'outside', outsideName: 'Sparkassenstiftung' })
    const ask = {
      to: 'address',
      email: 'buero@stiftung.example',
      language: 'de',
      approved: 'yes',
      wording: 'Wie steht es um die Mittel?',
    }
    await post(`/commitments/${id}/links`, ask)
    await post(`/commitments/${id}/answers`, {
      ...{ answer: 'evasive', sentence: 'Man werde sehen.', givenOn: today.toString(), source: 'call' },
      ...{ speaker: '', speakerOffice: 'Stiftungsbüro', sourceWords: '' },
    })
    later(4)
    await fireConsequences(world.ground, [])
    const after = await shown(id)
    expect(after.owner).toEqual({ kind: 'outside', id: null, name: 'Sparkassenstiftung' })
    expect(after.due).toMatchObject({ words: 'möglichst bald' })
    expect(after.history.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['opened', 'owner', 'due', 'agreed', 'asked', 'answer', 'fired']),
    )
  })

  it('are read by strangers where somebody approved a line for them, and nowhere else', async () => {
    const id = await idOf('Fr. Okafor bereitet')
    await post(`/commitments/${id}/publish`, { wording: 'Der Tisch schreibt einen offenen Brief.', approved: 'yes' })
    const page = await html('/public', 'public')
    expect(page).toContain('Der Tisch schreibt einen offenen Brief.')
    const everything = page + (await html('/commitments', 'public')) + (await html('/meetings', 'public'))
    for (const [, begins] of tasks) expect(everything).not.toContain(begins)
  })
})

describe('four demands of ten years', () => {
  const year = (ago: number) => world.ground.clock.today('Europe/Berlin').subtract({ years: ago }).toString()
  /** Name, the years ago in which it came to stand there, and what was done for it. */
  const demands = [
    {
      name: 'Sozialticket für alle',
      states: [
        ['raised', 10],
        ['under_way', 8],
        ['won', 6],
      ],
      signed: 1200,
    },
    { name: 'Wohnraum statt Containerdorf', states: [['raised', 10]], signed: null },
    {
      name: 'Beratung in fünf Sprachen',
      states: [
        ['raised', 7],
        ['partly_won', 3],
      ],
      signed: null,
    },
    {
      name: 'Ombudsstelle',
      states: [
        ['raised', 5],
        ['lost', 2],
      ],
      signed: 90,
    },
  ] as const

  it('stand with what was won, what is open for how long, and each step of the way', async () => {
    const plenary = world.database.owner.selectFrom('body').where('kind', '=', 'plenary').select('id')
    const bodyId = (await plenary.executeTakeFirstOrThrow()).id
    for (const { name, states, signed } of demands) {
      const begun = { bodyId, paperType: 'demand', name, wording: `Wir fordern: ${name}.`, audience: 'network' }
      const id = await post('/papers', begun)
      for (const [state, ago] of states)
        await post(`/papers/${id}/state`, {
          state,
          since: year(ago),
          sentence: state === 'lost' ? 'Abgelehnt im Kreistag.' : '',
        })
      const petition = { kind: 'petition', day: year(states[0][1]), whom: 'Kreistag', sentence: 'Übergeben.' }
      if (signed) await post(`/papers/${id}/events`, { ...petition, count: String(signed) })
    }
    const { papers } = await json<PaperList>('/papers?list=all')
    const found = demands.map(({ name }) => papers.find(paper => paper.name === name)!)
    expect(found.map(({ state, since, openYears }) => [state, since, openYears])).toEqual([
      ['won', year(6), null],
      ['raised', year(10), 10],
      ['partly_won', year(3), null],
      ['lost', year(2), null],
    ])
    const { line } = await json<PaperShown>(`/papers/${found[0]!.id}`)
    expect(line.map(entry => (entry.kind === 'state' ? entry.state : entry.kind))).toEqual([
      'raised',
      'event',
      'under_way',
      'won',
    ])
    const page = await html('/papers?list=all', 'coordinator')
    expect(page).toContain('seit 10 Jahren offen')
  })
})
