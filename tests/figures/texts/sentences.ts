import type { Chance } from './chance.ts'

/** Words and sentences that minutes are made of, put together by chance; every name is invented. */
const FIRST = 'Ina Bo Jule Tariq Mirjam Sven Kaja Omar Lutz Ruth Nadia Piet Carla Amir Yasemin Greta Tilo Hanna'.split(
  ' ',
)
const FAMILY =
  'Quast Tamm Selle Overbeck Rahimi Thoß Öztürk Grünwald Weidner Sahin Brandt Uhlig Kuntze Löwe Amsel'.split(' ')
const BODY =
  'Vorstand|Stadtteilrat|Arbeitskreis Wohnen|Elternbeirat|Netzwerk Teilhabe|Plenum|Bauausschuss|AG Garten|Fachschaftsrat'.split(
    '|',
  )
const PLACE = 'Gemeindehaus|Rathaus, Zimmer 12|Alte Schule|Vereinsheim, Heckenweg 4|online|Kulturhaus'.split('|')
const THING =
  'den Raum|die Plakate|den Förderantrag|das Sommerfest|die Satzung|den Schlüssel|die Homepage|den Flyer|die Stühle|das Budget'.split(
    '|',
  )
const TOPIC =
  'Begrüßung|Finanzen|Öffentlichkeitsarbeit|Sommerfest|Räume|Mitglieder|Kooperationen|Berichte aus den AGs|Verschiedenes|Termine'.split(
    '|',
  )
const INFINITIVE =
  'anrufen|bestellen|prüfen|vorbereiten|abholen|verschicken|klären|überarbeiten|drucken|einladen'.split('|')
const DUE =
  'bis zum 3. Mai|bis Freitag|bis Ende Juli|möglichst bald|in den kommenden Tagen|bis 14.11.|bis zur nächsten Sitzung|zeitnah|KW 45'.split(
    '|',
  )
const VOTE =
  'einstimmig|mit 5 Ja-Stimmen, 1 Nein-Stimme und 2 Enthaltungen|(7/0/1)|mehrheitlich|bei zwei Enthaltungen|einstimmig angenommen'.split(
    '|',
  )
const MONTH = 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' ')
const DAY = 'Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag'.split(' ')

export const topic = (chance: Chance): string => chance.pick(TOPIC)
export const body = (chance: Chance): string => chance.pick(BODY)
export const place = (chance: Chance): string => chance.pick(PLACE)
export const thing = (chance: Chance): string => chance.pick(THING)
export const infinitive = (chance: Chance): string => chance.pick(INFINITIVE)
export const due = (chance: Chance): string => chance.pick(DUE)
export const vote = (chance: Chance): string => chance.pick(VOTE)

export function person(chance: Chance): string {
  const first = chance.pick(FIRST)
  const family = chance.pick(FAMILY)
  return chance.pick([
    first,
    `${first} ${family}`,
    `Fr. ${family}`,
    `Herr ${family}`,
    `${first[0]}. ${family}`,
    `Frau Dr. ${family}`,
  ])
}

export function date(chance: Chance): string {
  const day = chance.whole(1, 31)
  const month = chance.whole(1, 12)
  const year = chance.whole(2015, 2026)
  const two = (number: number) => String(number).padStart(2, '0')
  return chance.pick([
    `${day}.${month}.${year}`,
    `${two(day)}.${two(month)}.${year}`,
    `${day}. ${MONTH[month - 1]} ${year}`,
    `${chance.pick(DAY)}, den ${day}. ${MONTH[month - 1]} ${year}`,
    `${year}-${two(month)}-${two(day)}`,
    `${day}.${month}.`,
  ])
}

export function time(chance: Chance): string {
  const hour = chance.whole(8, 20)
  return chance.pick([
    `${hour} Uhr`,
    `${hour}:30 Uhr`,
    `${hour} – ${hour + 2} Uhr`,
    `${hour}.15 bis ${hour + 1}.45 Uhr`,
  ])
}

/** One sentence or note of any kind that minutes hold. */
export function note(chance: Chance): string {
  const who = person(chance)
  const what = thing(chance)
  const does = infinitive(chance)
  return chance.pick([
    () => `${who} ruft wegen ${what.replace(/^\S+/, 'der')} an.`,
    () => `${who} kümmert sich ${due(chance)} um ${what}.`,
    () => `${who} berichtet, dass ${what} fertig sei.`,
    () => `${who}: ${what} ${does}`,
    () => `${what} ${does} (${who}, ${due(chance)})`,
    () => `Es muss noch ${what} ${does.replace(/en$/, 'et')} werden.`,
    () => `Beschluss: Wir stellen ${what} zurück. ${vote(chance)}`,
    () => `Der Antrag, ${what} zu ${does}, wird ${vote(chance)} angenommen.`,
    () => `Der Vorstand beschließt ${vote(chance)}, ${what} zu ${does}, sofern die Mittel bewilligt werden.`,
    () => `Nächstes Treffen: ${date(chance)}, ${time(chance)}, ${place(chance)}`,
    () => `Am ${date(chance)} findet das Fest in ${place(chance)} statt.`,
    () => `Idee: man könnte ${what} ${does}.`,
    () => `${who} wünscht sich, dass wir ${what} ${does}.`,
    () => `Wer kann ${what} ${does}?`,
    () => `ToDo ${who}: ${what} ${does}`,
    () => `-> ${who} fragt nach`,
    () => `Wenn ${what} nicht geht, dann wird ${who} ${what} ${does}, sonst entfällt es.`,
    () => `Lernerfahrung: ${what} früher ${does}`,
    () => `[x] ${what} ${does}`,
    () => `Der Stand ist seit ${date(chance)} unverändert; ${who} hat ${what} schon vorbereitet.`,
  ])()
}

export const paragraph = (chance: Chance): string => chance.times(2, 7, () => note(chance)).join(' ')
