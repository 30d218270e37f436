import { afterAll, beforeAll, expect, it } from 'vitest'
import { minutesText } from '../../../../../demo/texts.ts'
import { read } from '../../../../../reader/src/read.ts'
import { openWorld } from '../../../../../tests/world/test-world.ts'
import type { Caller, World } from '../../../../../tests/world/world.ts'
import { convertText } from '../../../../ground/converters/convert.ts'
import { readApart, type Taken } from './finds.ts'

let world: World
let coordinator: Caller
beforeAll(async () => {
  world = await openWorld()
  coordinator = await world.as('coordinator')
})
afterAll(() => world?.close())

async function taken(text: string): Promise<Taken> {
  const extracted = await convertText(text)
  if (!extracted.ok) throw new Error(extracted.code)
  return { extracted: extracted.value, bytes: Buffer.from(text), fileName: '', field: 'pasted' }
}
const reader = () => ({ network: world.network, language: 'de', as: { kind: 'public' } }) as const
const MINUTES = minutesText('board2', '2026-03-03')

it('is read in a process of its own as it is read anywhere', async () => {
  const text = await taken(MINUTES)
  expect(await readApart(text, reader())).toEqual({ ok: true, value: read(text.extracted.text) })
})

it('keeps nobody waiting while it is long: pages are answered before it is read', async () => {
  await coordinator.get('/readings')
  const long = await taken(`${MINUTES}\n\n`.repeat(200))
  const answered: string[] = []
  const reading = readApart(long, reader()).then(({ ok }) => answered.push(ok ? 'reading' : 'refused'))
  for (const page of ['first page', 'second page']) {
    expect((await coordinator.get('/readings')).status).toBe(200)
    answered.push(page)
  }
  await reading
  expect(answered).toEqual(['first page', 'second page', 'reading'])
})
