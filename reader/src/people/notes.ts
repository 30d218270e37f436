import { beginsCapital } from '../../../language/capitals.ts'
import { isFunction } from '../../../language/offices.ts'
import { stateOfNote } from './states.ts'

/** What stands beside a name in a list: "(Caritas)", "(ab 18 Uhr)", "(Protokoll)", "– Stadt Neuental". */
export type Notes = { readonly name: string; readonly notes: readonly string[] }

const BRACKETS = /[([]([^()[\]]{0,100})[)\]]/g
const DASHES = [' – ', ' - ', ' — ']
const FROM_TO = /[ ,](?:ab|bis|von|seit) (?:ca\. )?\d/
const CLOCK = /[ ,]\d{1,2}[:.]\d{2}/
/** "Deniz vom Elternbeirat", "Karla Lund als Vorsitzende"; "von" alone belongs to names. */
const BELONGING =
  / (?:vom|v\. ?d\.|aus (?:der|dem)|für (?:den|die|das)|als|beim|zu) (?=\p{Lu}|\d)| von der (?=Stadt|Gemeinde|Verwaltung|Presse|Firma|Polizei|Schule|Uni|Kirche|AG )/u
const ROLE =
  /^(?:Prot\.|Redeleitung|(?:\d\. )?Vors\.|Vorsitz(?:ende[rn]?)?|[Ll]eitung(?: der (?:Sitzung|Versammlung))?|Ltg\.|hat geleitet|leitet|moderiert(?: auch)?|moderierte(?: auch)?|schreibt|tippt|Notizen|Moderation|(?:Protokoll|Schriftführ)\p{L}{0,20})$/u
const ROLE_END = /(?:leitung|führung|moderation|vorsitzende[rn]?)$/u
const GENDER_FORM = /[:*_/]in(?:nen)?$/
const TIME_NOTE = /(?:^|\s)(?:ab|bis|von|seit|gegen|um|kommt|geht|später|verspätet|\d{1,2}[:.]\d{2})(?![\p{L}\d])|Uhr/u
const NO_ORGANISATION = /^(?:Online|Zoom|Stimm|Mitglied|Gast|Telefon|Video|Protokoll)/
const STANDS_FOR = /^(?:für|von|vom|i\.V\.|in Vertretung) /

/** Parts an entry of a list into the name and the notes beside it: in brackets, behind a dash, times. */
export function notesOf(entry: string): Notes {
  const notes: string[] = []
  const open = entry.replace(BRACKETS, (_, note) => {
    notes.push(String(note).trim())
    return ' '
  })
  const name = withoutTime(withoutBelonging(withoutDash(open, notes), notes))
  return { name: name.split(' ').filter(Boolean).join(' '), notes }
}

function withoutBelonging(text: string, notes: string[]): string {
  const match = BELONGING.exec(text)
  if (!match || match.index === 0) return text
  notes.push(text.slice(match.index + match[0].length).trim())
  return text.slice(0, match.index)
}

function withoutDash(text: string, notes: string[]): string {
  const at = Math.min(...DASHES.map(dash => text.indexOf(dash)).filter(found => found > 0))
  if (!Number.isFinite(at)) return text
  notes.push(text.slice(at + 3).trim())
  return text.slice(0, at)
}

/** "Karla Lund ab 18:30" is there later; the time is not kept. */
function withoutTime(text: string): string {
  const at = Math.min(...[FROM_TO, CLOCK].map(pattern => text.search(pattern)).filter(found => found > 0))
  return Number.isFinite(at) ? text.slice(0, at) : text
}

/** True of a note that says what the person does in the meeting: leads it, or writes its minutes. */
export function isRole(note: string): boolean {
  const word = note.replace(GENDER_FORM, '')
  return ROLE.test(word) || (!word.includes(' ') && ROLE_END.test(word))
}

/** The organisation a note names ("Beratungsstelle", "für den Chor"); null of a time, a state and a function. */
export function organisationOf(note: string): string | null {
  const plain = note.replace(STANDS_FOR, '').trim()
  if (plain.length < 2 || TIME_NOTE.test(plain) || stateOfNote(plain) || isRole(plain)) return null
  if (!beginsCapital(plain) || NO_ORGANISATION.test(plain) || isFunction(plain)) return null
  return plain
}
