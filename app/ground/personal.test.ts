import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { migrations } from './migrate.ts'
import { levelOf, levels, personal } from './personal.ts'
import type { TableName } from './schema.ts'

const text = readFileSync('docs/data-protection.md', 'utf8')

it('gives every table a level of protection, by the most sensitive of its columns', () => {
  const of = (table: TableName) => levelOf(table)
  expect([of('network'), of('operator'), of('membership'), of('person')]).toEqual([
    ...(['internal', 'open', 'personal', 'personal'] as const),
  ])
  for (const table of ['source', 'entry', 'commitment', 'agenda_item', 'reading', 'outbox'] as const)
    expect(of(table)).toBe('confidential')
  for (const table of Object.keys(personal) as TableName[]) expect(levels).toContain(of(table))
})

it('docs/data-protection.md says what each level asks for', () => {
  const told = [...text.matchAll(/^\| \*\*([a-z]+)\*\* \|/gm)].map(([, level]) => level)
  expect(told).toEqual([...levels])
})

it('docs/data-protection.md names every table of the schema of secrets', () => {
  const made = migrations.flatMap(({ text: sql }) => [...sql.matchAll(/create table sign_in\."?(\w+)"?/g)])
  expect(made.length).toBeGreaterThan(6)
  for (const [, name] of made) expect(text).toContain(`\`sign_in.${name}\``)
})
