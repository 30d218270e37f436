import { expect, test } from 'vitest'
import { steadyClock } from '../clock.ts'
import { logged } from './log.ts'

test('a line holds method, path, status and time, and no query and no secret', async () => {
  const clock = steadyClock('2031-01-02T03:04:05Z')
  const lines: string[] = []
  const fetch = logged(
    () => {
      clock.set('2031-01-02T03:04:05.012Z')
      return new Response('', { status: 404 })
    },
    clock,
    line => lines.push(line),
  )
  const id = '01890a5d-ac96-774b-bcce-b302099a8057'
  await fetch(new Request(`http://localhost/commitments/${id}/${'s'.repeat(43)}?key=hidden`, { method: 'POST' }), {})
  expect(lines).toEqual([`POST /commitments/${id}/… 404 12`])
})
