import { sameName, withoutTitles } from '../../../../../language/names.ts'
import { isOffice, isOrganisation } from '../../../../../language/offices.ts'
import { fold } from '../../../../../language/words.ts'
import type { Id } from '../../../../ground/schema.ts'
import type { OwnerRef } from '../../model.ts'
import type { Item, NameMatch, Names } from '../model.ts'

/** What the directory knows, as the matcher needs it. */
export type Directory = {
  readonly people: readonly Known[]
  readonly offices: readonly Known[]
  readonly organizations: readonly Known[]
}
type Known = { readonly id: Id; readonly name: string }

/** Words that bind whoever was in the room, and so nobody. */
const EVERYBODY = /^(?:wir|alle|jede[rs]?|man|alle anwesenden|die anwesenden|beide|n\.? ?n\.?)$/i

/** Every name that the items of a reading mention, attendance first, each once. */
export function mentionedNames(items: readonly Item[]): { name: string; attends: boolean }[] {
  const attending = items.flatMap(item => (item.section === 'attendance' ? [item.now.name] : []))
  const spoken = items.flatMap(item =>
    item.section === 'entry' ? [...item.now.owners, ...(item.now.speaker ? [item.now.speaker] : [])] : [],
  )
  const all = new Map<string, boolean>()
  for (const name of attending) all.set(name, true)
  for (const name of spoken) if (!all.has(name)) all.set(name, false)
  return [...all].map(([name, attends]) => ({ name, attends }))
}

/**
 * Proposes whom each name means: a record of the directory where exactly one fits, else somebody of the attendance
 * list ("Hr. Weiß" is "R. Weiß"), else a new record of the kind that the words suggest.
 * What a person has decided before is kept.
 */
export function matchNames(items: readonly Item[], directory: Directory, decided: Names): Names {
  const mentioned = mentionedNames(items)
  const attending = mentioned.filter(({ attends }) => attends).map(({ name }) => name)
  const names: Record<string, NameMatch> = {}
  for (const { name, attends } of mentioned) {
    const kept = decided[name]
    names[name] = kept?.by === 'person' ? kept : { ...proposed(name, attends, attending, directory), by: 'reader' }
  }
  return names
}

type Proposal = Omit<NameMatch, 'by'>

function proposed(name: string, attends: boolean, attending: readonly string[], directory: Directory): Proposal {
  if (EVERYBODY.test(name.trim())) return { kind: 'nobody', id: null, name }
  const office = equal(directory.offices, name)
  if (office) return { kind: 'office', ...office }
  const organization = equal(directory.organizations, name)
  if (organization) return { kind: 'organization', ...organization }
  const known = onlyOne(directory.people.filter(person => sameName(person.name, name)))
  if (known) return { kind: 'person', id: known.id, name: known.name }
  if (attends) return { kind: 'person', id: null, name }
  if (isOffice(name)) return { kind: 'office', id: null, name: withoutArticle(name) }
  if (isOrganisation(name)) return { kind: 'outside', id: null, name: withoutArticle(name) }
  const present = onlyOne(attending.filter(other => sameName(other, name)))
  if (present) return proposed(present, true, attending, directory)
  return PERSONAL.test(withoutTitles(name)) ? { kind: 'person', id: null, name } : { kind: 'nobody', id: null, name }
}
const PERSONAL = /^\p{Lu}[\p{L}\p{M}'’.-]*(?: \p{L}[\p{L}\p{M}'’.-]*){0,4}$/u
const ARTICLE = /^(?:der|die|das|dem|den) /i
const withoutArticle = (name: string) => name.replace(ARTICLE, '')

/** "die Koordinierungsstelle" and "Koordinierungsstelle" are one. */
const equal = (known: readonly Known[], name: string) =>
  onlyOne(known.filter(one => fold(withoutArticle(one.name)) === fold(withoutArticle(name))))

const onlyOne = <T>(found: readonly T[]): T | null => (found.length === 1 ? found[0]! : null)

/**
 * The owner that a task's names come to. Several names that mean different people leave the task with its words and
 * nobody bound, so that somebody decides; the same record named twice counts once.
 */
export function ownerOf(written: readonly string[], names: Names): OwnerRef {
  const refs = new Map<string, OwnerRef>()
  for (const name of written) {
    const ref = ownerRef(name, names[name])
    if (ref.kind !== 'nobody') refs.set(ref.kind === 'outside' ? `outside:${ref.name}` : ref.id, ref)
  }
  const [only, ...more] = refs.values()
  if (only && more.length === 0) return only
  return { kind: 'nobody', name: written.length ? written.join(', ') : null }
}

function ownerRef(written: string, match: NameMatch | undefined): OwnerRef {
  if (!match || match.kind === 'nobody') return { kind: 'nobody', name: written }
  if (match.kind === 'outside') return { kind: 'outside', name: match.name }
  return match.id ? { kind: match.kind, id: match.id, name: match.name } : { kind: 'nobody', name: written }
}
