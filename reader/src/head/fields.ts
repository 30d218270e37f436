import { remembered } from '../../../language/remembered.ts'
import type { HeadField } from '../reading.ts'

/** What a label of the head names; 'time' holds a beginning and maybe an end, 'when-where' a day, a time and a place. */
export type LabelField = HeadField | 'time' | 'when-where'

const JOINT = / ?(?:\/|&|\+|,| und ) ?/
const GENDER_FORM = /[:*_/]-?in(?:nen)?(?!\p{L})|\(in\)/gu
/** "Moderation diese Woche" */
const THIS_TIME = / (?:diese woche|heute|diesmal|rotiert)$/
const BRACKETS = /\([^()]*\)/g

/** "der Sitzung", "des Treffens" behind a label. */
const OF_THE_MEETING = '(?: (?:der|des|dieser) \\p{L}{3,40})?'
/** What a sitting is called within a compound ("Plenumsbeginn", "Versammlungsleitung"). */
const SITTING =
  '(?:sitzungs|versammlungs|treffens?|plenums?|plenar|meeting|tagungs|gesprächs|rede|diskussions|veranstaltungs|vorstands)?'
const named = (words: string) => new RegExp(`^(?:${words})$`, 'u')

const FIELDS: readonly (readonly [LabelField, RegExp])[] = [
  [
    'minuteTaker',
    named(
      `(?:das |für das )?protokoll?(?:ant|antin|führer|führerin|führung|führend|führende[rn]?|erstellung|ist|istin|ix|ierung|ierende[rn]?|schreiber|verfasser|verantwortliche[rn]?)?${OF_THE_MEETING}(?: (?:von|durch|führt|führte|schreibt|geschrieben von|geführt von|erstellt von))?|protokolliert(?: von)?|prot\\.?|schriftführ(?:ung|er|erin)|schreiber(?:in)?|aktuar(?:in)?|verfasser(?:in)?|mitschrift|mitgeschrieben|(?:es )?schreibt(?: mit)?|tippt|proto|niederschrift|dokumentation|aufgeschrieben von|notiert von|für das protokoll|f\\. ?d\\. ?r\\.?|minute-?taker|scribe|notizen`,
    ),
  ],
  [
    'chair',
    named(
      `${SITTING}(?:leitung|leiter|leiterin|moderation|moderator|moderatorin|vorsitz|vorsitzende[rn]?)${OF_THE_MEETING}(?: (?:von|durch))?|mod\\.?|leitung (?:heute|diesmal)|leitet|moderiert|obmann|obfrau|moderiert(?: von)?|geleitet(?: von)?|chair|facilitator`,
    ),
  ],
  [
    'when-where',
    named('ort(?:,| und |\\/| & )(?:zeit|datum)|(?:zeit|datum|termin)(?:,| und |\\/| & ) ?ort|wann und wo|wo und wann'),
  ],
  [
    'date',
    named(
      `${SITTING}(?:datum|tag|termin)${OF_THE_MEETING}|(?:sitzung|treffen) (?:vom|am)|date|vom|am|wann|datum(?:,| und | ?\\/) ?(?:uhr)?zeit`,
    ),
  ],
  ['start', named(`${SITTING}(?:beginn|start|anfang|eröffnung)${OF_THE_MEETING}(?: (?:um|gegen))?|begin|von`)],
  ['end', named(`${SITTING}(?:ende|schluss|schließung)${OF_THE_MEETING}(?: (?:um|gegen))?|end|bis`)],
  [
    'time',
    named(
      `${SITTING}(?:zeit|uhrzeit|dauer|zeiten)|uhrzeit|(?:start|beginn|anfang) ?[-–] ?(?:ende|schluss)|von ?[-–] ?bis|zeitraum|zeitrahmen|time`,
    ),
  ],
  [
    'place',
    named(`${SITTING}(?:ort|raum|lokal)${OF_THE_MEETING}|treffpunkt|wo|place|location|konferenzraum|gastgeber|lokal`),
  ],
  ['body', named('gremium|organ|sitzungsart|art der sitzung|gruppe|arbeitsgruppe')],
  ['title', named('titel|title|betreff|thema|betrifft')],
]

/** The field of the head that a label names ("Protokollführer:in", "Sitzungsbeginn"), or null. */
export const headFieldOf = remembered((label: string): LabelField | null => {
  const plain = label
    .toLowerCase()
    .replace(THIS_TIME, '')
    .replace(GENDER_FORM, '')
    .replace(BRACKETS, '')
    .replace(/\s+/g, ' ')
    .trim()
  return FIELDS.find(([, pattern]) => pattern.test(plain))?.[0] ?? null
})

/** The fields that a joint label names, in order: "Leitung / Protokoll" names two. Empty if a part names none. */
export function headFieldsOf(label: string): readonly LabelField[] {
  const whole = headFieldOf(label)
  if (whole) return [whole]
  const parts = label.split(JOINT)
  const fields = parts.flatMap(part => headFieldOf(part) ?? [])
  return parts.length > 1 && fields.length === parts.length ? fields : []
}
