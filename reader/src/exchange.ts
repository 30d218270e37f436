import type { AgendaItem, AttendanceState, Attendee, Entry, Head, Lines, Reading, When } from './reading.ts'

/** The exchange format: one JSON object a text. Field names are those of the format, dates are ISO or as written. */
export type Exchange = ReturnType<typeof exchangeOf>

/**
 * A Reading in the exchange format for readings of minutes: meeting, attendance, agenda, and the entries by kind. What
 * the format has no place for (statements, questions, status lines, doubts, confidence) is left out.
 */
export function exchangeOf(reading: Reading) {
  return {
    meeting: meetingOf(reading.head),
    attendance: {
      present: namesOf(reading.attendance, 'present'),
      absent: namesOf(reading.attendance, 'absent'),
      excused: namesOf(reading.attendance, 'excused'),
      guests: namesOf(reading.attendance, 'guest'),
    },
    agenda: reading.agenda.map(agendaItemOf),
    tasks: ofKind(reading, 'task').map(task => ({
      text: task.text,
      responsible: [...task.owners],
      due: task.due && dueOf(task.due),
      ...placeOf(task.lines),
    })),
    decisions: ofKind(reading, 'decision').map(decision => ({
      text: decision.text,
      votes: decision.votes,
      result: decision.result,
      conditional: decision.condition !== null,
      ...placeOf(decision.lines),
    })),
    appointments: ofKind(reading, 'appointment').map(appointment => ({
      title: appointment.title,
      date: wordsOrDay(appointment.when),
      start: appointment.when.start,
      end: appointment.when.end,
      place: appointment.place,
      ...placeOf(appointment.lines),
    })),
    ideas: ofKind(reading, 'idea').map(textOf),
    lessons: ofKind(reading, 'lesson').map(textOf),
    wishes: ofKind(reading, 'wish').map(wish => ({ ...textOf(wish), from: wish.from })),
  }
}

function meetingOf(head: Head) {
  const fieldLines = Object.fromEntries(
    Object.entries(head).flatMap(([name, field]) => (field ? [[name, field.lines.from] as const] : [])),
  )
  const first = head.title?.lines.from ?? Object.values(fieldLines)[0] ?? null
  const value = (name: keyof Head) => head[name]?.value ?? null
  return {
    title: value('title'),
    body: value('body'),
    date: value('date'),
    start: value('start'),
    end: value('end'),
    place: value('place'),
    chair: value('chair'),
    minuteTaker: value('minuteTaker'),
    line: first,
    fieldLines,
  }
}

function namesOf(attendance: readonly Attendee[], state: AttendanceState) {
  return attendance
    .filter(attendee => attendee.state === state)
    .map(attendee => ({ name: attendee.name, line: attendee.lines.from }))
}

function agendaItemOf(item: AgendaItem) {
  return { number: item.number, title: item.title, level: item.level, line: item.lines.from }
}

function ofKind<K extends Entry['kind']>(reading: Reading, kind: K): Extract<Entry, { kind: K }>[] {
  return reading.entries.filter((entry): entry is Extract<Entry, { kind: K }> => entry.kind === kind)
}

function textOf(entry: Entry) {
  return { text: entry.text, ...placeOf(entry.lines) }
}

function placeOf(lines: Lines): { line: number; lines?: [number, number] } {
  return lines.from === lines.to ? { line: lines.from } : { line: lines.from, lines: [lines.from, lines.to] }
}

const WEEK = /KW|Kalenderwoche/i

/** A task is due in a week by its words ("KW 19"), else as any time. */
function dueOf(due: When): string {
  return WEEK.test(due.words) ? due.words : wordsOrDay(due)
}

/** ISO where the words resolve (`from/until` of several days), else the words. */
function wordsOrDay(when: When): string {
  if (when.from === null) return when.words
  return when.until === null ? when.from : `${when.from}/${when.until}`
}
