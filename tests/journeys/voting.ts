import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Table } from './table.ts'

/** From a meeting to the page on which votes of one of its items are recorded. */
async function toItem(page: Page, table: Table, meeting: string, item: string): Promise<string> {
  await table.go(page, `${meeting}/votes`)
  await page.getByRole('link', { name: `Abstimmung oder Wahl festhalten ${item}` }).click()
  await page.waitForURL(/\/agenda\//)
  return new URL(page.url()).pathname
}

const isAccessible = async (page: Page) => expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])

type Vote = {
  readonly question: string
  readonly condition: string
  readonly counts: { readonly yes: number; readonly no: number }
}

/** Records a vote that was taken on paper: the counts, and nobody's name. */
export async function castSecretly(page: Page, table: Table, meeting: string, item: string, vote: Vote) {
  const path = await toItem(page, table, meeting, item)
  await table.go(page, `${path}?form=secret`)
  await page.locator('[name=question]').fill(vote.question)
  await page.locator('[name=condition]').fill(vote.condition)
  for (const [choice, count] of Object.entries(vote.counts)) await page.locator(`[name=${choice}]`).fill(String(count))
  await table.submit(page, '#vote')
  const told = await page.locator('#votes').innerText()
  expect(told).toContain('Angenommen')
  expect(told).toContain('geheim')
  await isAccessible(page)
}

type Choosing = {
  readonly post: string
  readonly precondition: string
  /** By name, whether the precondition is fulfilled. */
  readonly candidates: Readonly<Record<string, boolean>>
  readonly rounds: readonly Readonly<Record<string, number>>[]
  readonly elected: string
}

/** An election from who stands to the answer of the elected one. */
export async function elect(page: Page, table: Table, meeting: string, item: string, choosing: Choosing) {
  const path = await toItem(page, table, meeting, item)
  await table.go(page, `${path}?form=election`)
  await page.locator('[name=post]').fill(choosing.post)
  await page.locator('[name=precondition]').fill(choosing.precondition)
  await page.locator('[name=candidates]').fill(Object.keys(choosing.candidates).join('\n'))
  await table.submit(page, '#election')
  for (const [name, fulfils] of Object.entries(choosing.candidates)) {
    await page
      .getByRole('button', { name: `${fulfils ? 'Erfüllt die Voraussetzung' : 'Erfüllt sie nicht'} ${name}` })
      .click()
    await page.waitForLoadState()
  }
  await isAccessible(page)
  for (const round of choosing.rounds) {
    for (const [name, votes] of Object.entries(round)) await page.getByLabel(name, { exact: true }).fill(String(votes))
    await table.submit(page, 'form[id^=round]')
  }
  await page.getByRole('button', { name: `Nimmt die Wahl an ${choosing.elected}` }).click()
  await page.waitForLoadState()
  expect(await page.locator('main').innerText()).toContain(`Gewählt: ${choosing.elected}`)
  await isAccessible(page)
}
