import type { Review } from '../model.ts'

export type Tally = {
  readonly attendees: number
  readonly agenda: number
  readonly commitments: number
  readonly statuses: number
  readonly entries: number
  readonly undecided: number
}

/** What confirming would make of the items accepted so far, and how many nobody has decided on. */
export function tally({ items }: Review): Tally {
  const counts = { attendees: 0, agenda: 0, commitments: 0, statuses: 0, entries: 0, undecided: 0 }
  for (const item of items) {
    if (item.state === 'proposed') counts.undecided++
    if (item.state !== 'accepted') continue
    if (item.section === 'attendance') counts.attendees++
    else if (item.section === 'agenda') counts.agenda++
    else {
      counts.entries++
      if (item.now.sameAs?.id) counts.statuses++
      else if (item.now.kind === 'task') counts.commitments++
    }
  }
  return counts
}
