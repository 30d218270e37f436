import type { Id } from '../../app/ground/schema.ts'
import type { Sees } from './expected.ts'
import type { Facts, Rows } from './facts.ts'

/** What is seen of everything around: said in expected.ts. */
type Around = {
  readonly here: (row: { network_id: string }) => boolean
  readonly meeting: Sees<'meeting'>
  readonly minutes: Sees<'minutes'>
  readonly entry: Sees<'entry'>
  readonly agendaItem: Sees<'agenda_item'>
  readonly leadsMeeting: (id: Id) => boolean
  readonly oneOfTheirs: (row: { meeting_id: Id; person_id: Id | null }) => boolean
}
type Rounds = {
  readonly circulation: Sees<'circulation'>
  readonly circulated: Sees<'circulated'>
  readonly correction: Sees<'correction'>
}

/** Minutes that go round and what is proposed to them, said a second time like everything in expected.ts. */
export function expectedRounds(rows: Rows, who: Facts, around: Around): Rounds {
  const { here, meeting, minutes, entry, agendaItem, leadsMeeting, oneOfTheirs } = around
  const minutesOf = (id: Id) => rows.minutes.find(row => row.id === id)!
  const leads = (id: Id) => minutes(minutesOf(id)) && leadsMeeting(minutesOf(id).meeting_id)
  /** Sent to oneself, of a meeting of which one still sees something. */
  const toMe: Sees<'circulated'> = row => {
    if (!who.here || row.person_id !== who.me) return false
    return (
      rows.meeting.some(({ id }) => id === row.meeting_id) && meeting(rows.meeting.find(m => m.id === row.meeting_id)!)
    )
  }
  return {
    circulation: row => {
      if (!here(row)) return false
      return (
        minutes(minutesOf(row.minutes_id)) || rows.circulated.some(one => one.circulation_id === row.id && toMe(one))
      )
    },
    circulated: row => {
      if (!here(row)) return false
      if (toMe(row)) return true
      const round = rows.circulation.find(({ id }) => id === row.circulation_id)!
      return leads(round.minutes_id) && (!row.guest || oneOfTheirs(row))
    },
    correction: row => {
      if (!here(row)) return false
      const line = rows.entry.find(({ id }) => id === row.entry_id)
      const item = rows.agenda_item.find(({ id }) => id === row.agenda_item_id)
      const whole = minutes(minutesOf(row.minutes_id))
      const placeSeen = line ? entry(line) : item ? agendaItem(item) : whole
      if (!placeSeen) return false
      if (who.here && row.person_id === who.me) return true
      return leads(row.minutes_id) || (row.answer === 'accepted' && whole)
    },
  }
}
