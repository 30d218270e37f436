import { fold } from '../../../language/words.ts'

/**
 * What the columns of a table hold, by the words at their head; -1 where there is none.
 * - `what`: what is to be done, or what is told; `strict` when the word itself says that it is to be done.
 * - `who`, `when`, `status`: who does it, until when, how it stands; one column may hold time and status.
 * - `type`: what kind of entry a row is (task, decision, information).
 */
export type ColumnHeads = {
  readonly what: number
  readonly strict: boolean
  readonly who: number
  readonly when: number
  readonly status: number
  readonly type: number
}

const TO_DO =
  /^(?:was|(?:offene |naechste )?aufgaben?|pendenz(?:en)?|tasks?|to ?-?dos?|taetigkeit(?:en)?|massnahmen?|auftrag|auftraege|arbeitspaket|action|was ist zu tun|zu erledigen|(?:naechste )?schritte?|naechster schritt|story|ticket|beitrag|beitraege|artikel)\b/
const TOLD =
  /^(?:inhalt|beschreibung|ergebnis|bemerkung(?:en)?|vereinbarung|besprochen|beschluss|notiz(?:en)?|protokoll)\b/
const ABOUT = /^(?:thema|punkt|gegenstand|betreff|titel|sache|anliegen|posten)\b/
const WHO =
  /^(?:wer|verantw|zustaendig|owner|bearbeite|durch|person(?:en)?\b|federfuehrung|who|assignee|mit wem|uebernimmt|erledigt durch|kuemmert sich|v$)/
const WHEN = /^(?:bis|wann|termin|frist|faellig|datum|deadline|zieltermin|erledigen bis|due|zeit|t$|status ?\/ ?bis)/
const STATUS = /^(?:status|stand|erledigt(?! (?:durch|bis))|stand der dinge|fortschritt|ampel|ok\b|state|done)/
/** Project minutes mark rows as task, information or decision. */
const TYPE = /^(?:typ|art|kat|kategorie|a\/i|i\/a|b\/a|a\/b)\b/

/** Reads the head row of a table; null where no column says what or none says who, until when or how it stands. */
export function columnHeadsOf(cells: readonly string[]): ColumnHeads | null {
  const folded = cells.map(cell =>
    fold(cell.slice(0, LONGEST_HEAD))
      .replace(/[*_:?^]+/g, '')
      .trim(),
  )
  const column = (pattern: RegExp) => folded.findIndex(cell => pattern.test(cell))
  const strict = column(TO_DO)
  const what = [strict, column(TOLD), column(ABOUT)].find(at => at >= 0) ?? -1
  const heads = { what, who: column(WHO), when: column(WHEN), status: column(STATUS), type: column(TYPE) }
  return what >= 0 && (heads.who >= 0 || heads.when >= 0) ? { ...heads, strict: strict >= 0 } : null
}

const LONGEST_HEAD = 40
