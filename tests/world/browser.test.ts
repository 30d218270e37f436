import AxeBuilder from '@axe-core/playwright'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from './browser.ts'

let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

test('a page opens, with and without JavaScript', async () => {
  for (const javaScriptEnabled of [true, false]) {
    const context = await browser.newContext({ javaScriptEnabled })
    const page = await context.newPage()
    await page.goto('data:text/html,<p>still</p><script>document.querySelector("p").textContent = "moved"</script>')
    expect(await page.textContent('p')).toBe(javaScriptEnabled ? 'moved' : 'still')
    await context.close()
  }
})

test('axe finds what is wrong with a page', async () => {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto('data:text/html,<title>x</title><main><h1>x</h1><img src="x.png"></main>')
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id }) => id)).toContain('image-alt')
  await context.close()
})
