import type { MinutesTold } from '../../app/features/minutes/documents.ts'
import type { AttendanceState, DecisionResult, EntryKind } from '../../app/ground/schema.ts'
import type { Chance } from '../worlds/chance.ts'

/** Words of an invented table: nobody here lives, nothing here was said. */
const FIRST = [
  'Mila',
  'Jörg',
  'Özlem',
  'Änne',
  'Rüdiger',
  'Samira',
  'Karl-Heinz',
  'Noé',
  'Ülkü',
  'Zoë',
  'Björn',
  'Anna-Lena',
]
const LAST = [
  'Süßkind',
  'Yıldırım',
  'Kröger',
  'von der Höhe',
  'Weißflog',
  'Öztürk',
  'Bär',
  'Al-Masri',
  'Łukasik',
  'Müller-Lüdenbach',
]
const ORGANISATIONS = [
  ...['Stadt Lindental', 'Kulturbrücke e. V.', 'Jobcenter', 'Amt für Bildung, Jugend und Sport', 'AWO (Kreisverband)'],
  ...['Mütterzentrum Südstadt', 'Volkshochschule'],
]
const BODIES = ['Vorstand', 'AG Sprache', 'Runder Tisch Integration', 'Begleitgremium „Häuser für alle“']
const PLACES = ['Rathaus, Saal 2', 'Bürgerhaus Süd', 'online', 'Straße der Einheit 5, 2. Stock']
const TITLES = [
  ...['Begrüßung', 'Kontrolle des Protokolls', 'Räume: wie weiter?', 'Sprachkurse & Kinderbetreuung', 'Finanzen 2027'],
  ...[
    '2. Lesung der Satzung',
    'Bericht (AG Öffentlichkeit)',
    'Anfrage „Beratung vor Ort“',
    'Verschiedenes',
    'Wahl der Sprecher:innen',
  ],
  ...['Über uns #1', 'Tagesordnung beschließen', 'Termine', 'Aufgaben bis zum Sommer'],
]
/** Sentences that speak of tasks, decisions and days, whatever their kind. */
const SENTENCES = [
  'Die Geschäftsstelle wird die Liste bis zum 3. Mai an alle verschicken.',
  'Der Vorstand beschließt einstimmig, den Antrag zu stellen.',
  'Mila kümmert sich um die Räume und fragt im Bürgerhaus nach.',
  'Wer übernimmt die Betreuung am 14.11.?',
  'Es wäre schön, wenn die Ämter früher antworten.',
  'Für das Straßenfest fehlen noch Helfer*innen, Stühle und Getränke.',
  'Teilnehmer:innen aus fünf Ländern waren dabei.',
  'Laut § 32 BGB genügt die Einladung per Mail (siehe https://beispiel.example/einladung?x=1&y=2).',
  'Die Kosten liegen bei 1.250,50 €, davon 20 % Eigenanteil.',
  'Jörg Süßkind: „Das geht so nicht weiter!“',
  'Rückmeldung bitte an kontakt@lindental.example; die Frist: Ende Juni.',
  'TOP 3 wird auf die nächste Sitzung vertagt.',
  'Ja, nein, Enthaltung: das zählen wir künftig getrennt.',
  'Die Übersetzung ins Arabische (العربية) und Türkische ist fertig.',
  'Ein Drittel der Plätze bleibt frei - das ist neu.',
  'Nächste Sitzung: Montag, 12. Oktober 2026, 18 Uhr, Rathaus.',
  'Formel =SUMME(A1:A3) und Pfad C:\\Daten\\neu bleiben, wie sie sind.',
  'Ein_Name_mit_Strichen, 5 * 3 = 15 und #Hashtag gehören dazu.',
  '1. Vorsitzende ist weiterhin gewählt.',
  '+ Mehr Plätze, > 30 im Jahr, < 50 Euro im Monat.',
]
const TASKS = [
  'Anfrage an die Volkshochschule stellen',
  'Flyer in drei Sprachen drucken',
  'Bürgermeister:in einladen',
  'Überblick über Förderungen erstellen, auch für Eltern',
]
const DUE_WORDS = ['möglichst bald', 'bis zur nächsten Sitzung', 'vor den Sommerferien', 'laufend']
const CONDITIONS = ['sofern die Mittel bewilligt werden', 'wenn die Stadt zustimmt']
const RESULTS: readonly (DecisionResult | null)[] = ['unanimous', 'accepted', 'rejected', 'consensus', null]
const KINDS: readonly EntryKind[] = [
  ...(['information', 'statement', 'question', 'decision', 'decision', 'task', 'task', 'task', 'status'] as const),
  ...(['appointment', 'wish', 'lesson', 'idea', 'position'] as const),
]
const STATES: readonly AttendanceState[] = ['present', 'present', 'present', 'present', 'guest', 'excused', 'absent']

const STAR_OR_STRIKE = /[*_`~]{2,}/g

export function madeMinutes(chance: Chance): MinutesTold {
  const people = Array.from({ length: chance.between(3, 45) }, () => `${chance.of(FIRST)} ${chance.of(LAST)}`)
  const attendees = [...new Set(people)]
  const attendance = attendees.map(name => ({
    name,
    state: chance.of(STATES),
    onBehalfOf: chance.once(0.6) ? chance.of(ORGANISATIONS) : null,
  }))
  const agenda = madeAgenda(chance)
  const entries = agenda.flatMap(({ id }) =>
    Array.from({ length: chance.between(0, 6) }, () => madeEntry(chance, id, attendees)),
  )
  const [first, ...rest] = chance.once(0.2) ? [madeEntry(chance, null, attendees), ...entries] : entries
  return {
    minutes: {
      name: chance.of(['Protokoll der Sitzung im März', 'Vorstandssitzung 3/2026', 'Großer Runder Tisch „Ankommen“']),
      bodyName: chance.of(BODIES),
      day: day(chance, 2026),
      state: chance.of(['recorded', 'draft', 'approved']),
    },
    meeting: {
      startTime: '18:00',
      endTime: chance.once(0.7) ? '20:15' : null,
      place: chance.once(0.8) ? chance.of(PLACES) : null,
    },
    attendance,
    agenda,
    entries: first ? [first, ...rest] : [madeEntry(chance, agenda[0]!.id, attendees)],
  }
}

function madeAgenda(chance: Chance) {
  const counts = [0, 0, 0]
  let level = 1
  const titles = TITLES.map(title => [chance.between(0, 999), title] as const).sort((a, b) => a[0] - b[0])
  return titles.slice(0, chance.between(1, 10)).map(([, title], at) => {
    level = at === 0 ? 1 : Math.min(3, Math.max(1, level + chance.of([-1, 0, 0, 1])))
    counts[level - 1]! += 1
    counts.fill(0, level)
    return { id: chance.id(), number: counts.slice(0, level).join('.'), title, level }
  })
}

const two = (n: number) => String(n).padStart(2, '0')
const day = (chance: Chance, year: number) => `${year}-${two(chance.between(1, 12))}-${two(chance.between(1, 28))}`

function madeText(chance: Chance): string {
  const count = chance.once(0.08) ? chance.between(6, 14) : chance.of([1, 1, 1, 2, 3])
  return Array.from({ length: count }, () => chance.of(SENTENCES))
    .join(' ')
    .replace(STAR_OR_STRIKE, '')
}

type Entry = MinutesTold['entries'][number]

function madeEntry(chance: Chance, agendaItemId: string | null, people: readonly string[]): Entry {
  const kind = chance.of(KINDS)
  const task = kind === 'task'
  const decision = kind === 'decision'
  const appointment = kind === 'appointment'
  const dated = appointment && chance.once(0.9)
  const dueDay = task && chance.once(0.6)
  const dateFrom = dated ? day(chance, 2027) : null
  const count = () => (chance.once(0.8) ? chance.between(0, 30) : null)
  const counted = decision && chance.once(0.6)
  const startTime = dated && chance.once(0.6) ? '17:30' : null
  const owners = chance.some([...people.slice(0, 3), 'Geschäftsstelle', 'Stadt Lindental'], 0.4).join(', ')
  return {
    ...{ kind, agendaItemId },
    content: task ? `${chance.of(TASKS)}${chance.of(['', '.', ` (${chance.of(PLACES)})`])}` : madeText(chance),
    speaker: kind === 'statement' || (kind === 'wish' && chance.once(0.5)) ? people[0]! : null,
    lookAgainOn: kind === 'idea' && chance.once(0.5) ? day(chance, 2027) : null,
    owners: task && owners !== '' ? owners : null,
    dueOn: dueDay ? day(chance, 2027) : null,
    dueWords: task && (dueDay || chance.once(0.5)) ? chance.of(DUE_WORDS) : null,
    result: decision ? chance.of(RESULTS) : null,
    ...{ yes: counted ? count() : null, no: counted ? count() : null, abstain: counted ? count() : null },
    condition: decision && chance.once(0.2) ? chance.of(CONDITIONS) : null,
    appointmentTitle: appointment ? chance.of(['Sommerfest', 'Fachtag „Übergänge“', 'Klausur']) : null,
    appointmentWords: appointment ? chance.of(['im Frühjahr', 'nach den Ferien']) : null,
    dateFrom,
    dateUntil: dateFrom && !startTime && chance.once(0.3) ? `2028${dateFrom.slice(4)}` : null,
    startTime,
    endTime: startTime && chance.once(0.5) ? '19:00' : null,
    place: appointment && chance.once(0.6) ? chance.of(PLACES) : null,
  }
}
