import type { HeadField } from '../reading.ts'

/** What a label of the head names; 'time' holds a beginning and maybe an end, 'when-where' a day, a time and a place. */
export type LabelField = HeadField | 'time' | 'when-where'

const JOINT = / ?(?:\/|&|\+|,| und ) ?/
const GENDER_FORM = /[:*_/]-?in(?:nen)?(?!\p{L})|\(in\)/gu

const FIELDS: readonly (readonly [LabelField, RegExp])[] = [
  [
    'minuteTaker',
    /^(?:das )?(?:protokoll?(?:ant|antin|führer|führerin|führung|führend|führende[rn]?|erstellung|ist|istin|verfasser|ix|ierung)?|schriftführ(?:ung|er|erin)|protokolliert|prot\.?|aktuar(?:in)?|niederschrift|für das protokoll|verfasser(?:in)?|mitschrift|minute-?taker|scribe)(?: (?:von|durch|geführt von|führt|führte))?$/u,
  ],
  [
    'chair',
    /^(?:(?:sitzungs|versammlungs|gesprächs|rede|tagungs|diskussions|treffens?|plenums?|meeting|plenar)?leitung|(?:sitzungs|versammlungs|rede|diskussions|sitzungs)leiter(?:in)?|(?:sitzungs)?moderat(?:ion|or|orin)|(?:sitzungs)?vorsitz(?:ende[rn]?)?|vorsitz der sitzung|chair|moderiert|leitung der sitzung|geleitet|einladende[rn]?)(?: (?:von|durch|der sitzung))?$/u,
  ],
  [
    'when-where',
    /^(?:ort und zeit|zeit und ort|ort, datum|datum, ort|ort\/datum|datum\/ort|termin und ort|wann und wo)$/u,
  ],
  [
    'date',
    /^(?:datum|tag|sitzungstag|sitzungsdatum|sitzung vom|termin|date|vom|am|sitzungstermin|datum (?:der sitzung|und uhrzeit|, ?uhrzeit|\/ ?(?:uhr)?zeit)|wann)$/u,
  ],
  [
    'start',
    /^(?:(?:sitzungs|versammlungs)?(?:beginn|start|anfang|eröffnung)|begin|beginn der (?:sitzung|versammlung)|sitzungsbeginn|von|start)(?: um)?$/u,
  ],
  [
    'end',
    /^(?:(?:sitzungs|versammlungs)?(?:ende|schluss)|ende (?:der )?(?:sitzung|versammlung)|ende der veranstaltung|schluss der sitzung|end|bis)(?: (?:um|gegen))?$/u,
  ],
  ['time', /^(?:zeit|uhrzeit|zeitraum|dauer|zeitrahmen|time|sitzungszeit|zeiten)$/u],
  [
    'place',
    /^(?:ort|sitzungsort|tagungsort|versammlungsort|raum|treffpunkt|wo|place|location|veranstaltungsort|lokal|ort der sitzung|konferenzraum)$/u,
  ],
  ['body', /^(?:gremium|organ|sitzungsart|art der sitzung|gruppe|arbeitsgruppe)$/u],
  ['title', /^(?:titel|title|betreff|thema|betrifft)$/u],
]

/** The field of the head that a label names ("Protokollführer:in", "Sitzungsbeginn"), or null. */
export function headFieldOf(label: string): LabelField | null {
  const plain = label
    .toLowerCase()
    .replace(GENDER_FORM, '')
    .replace(/\([^()]*\)/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  return FIELDS.find(([, pattern]) => pattern.test(plain))?.[0] ?? null
}

/** The fields that a joint label names, in order: "Leitung / Protokoll" names two. Empty if a part names none. */
export function headFieldsOf(label: string): readonly LabelField[] {
  const whole = headFieldOf(label)
  if (whole) return [whole]
  const parts = label.split(JOINT)
  const fields = parts.flatMap(part => headFieldOf(part) ?? [])
  return parts.length > 1 && fields.length === parts.length ? fields : []
}
