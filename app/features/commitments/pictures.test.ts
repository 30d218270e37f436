import AxeBuilder from '@axe-core/playwright'
import { it } from 'vitest'
import { openBrowser } from '../../../tests/world/browser.ts'
import { served } from '../../../tests/world/served.ts'
import { openWorld } from '../../../tests/world/test-world.ts'

it('pictures', async () => {
  const world = await openWorld()
  const site = await served(world.app)
  const browser = await openBrowser()
  const c = await world.as('coordinator')
  const { items } = (await (await c.get('/commitments', true)).json()) as any
  const { coming, held } = (await (await c.get('/meetings', true)).json()) as any
  const lindner = items.find((i: any) => i.wording.includes('Lindner klärt'))
  const closed = items.find((i: any) => i.wording.includes('Seidel'))
  const off = await world.as('official')
  await off.post(`/commitments/${lindner.id}/reports`, {
    report: 'need_help',
    sentence: 'Das Schulamt antwortet nicht.',
  })
  await c.post(`/commitments/${lindner.id}/state`, { state: 'under_way', reason: '', revision: '1' })
  const people = await world.view('system', v => v.db.selectFrom('person').select(['id', 'name']).execute())
  const petra = people.find(p => p.name === 'Petra Lindner')!.id
  await c.post(`/commitments/${lindner.id}/links`, {
    to: petra,
    email: '',
    wording: 'Wann können die Kinder anfangen?',
    approved: 'yes',
  })
  const mail = await world.database.owner
    .selectFrom('outbox')
    .orderBy('id', 'desc')
    .selectAll()
    .executeTakeFirstOrThrow()
  console.log(mail.content)
  const link = /\/links\/[\w-]{43}/.exec(mail.content)![0]
  await (await world.as('public')).post(link, { report: 'under_way', sentence: 'Wir haben einen Termin.' })
  const board = coming.find((m: any) => m.body.name.startsWith('Vorstand'))
  const pages: Record<string, string> = {
    list: '/commitments',
    mine: '/commitments?list=mine',
    ended: '/commitments?list=ended',
    one: `/commitments/${lindner.id}`,
    change: `/commitments/${lindner.id}/change`,
    new: '/commitments/new',
    ask: `/commitments/${closed.id}/ask`,
    ask2: `/commitments/${lindner.id}/ask`,
    link,
    meetings: '/meetings',
    meeting: `/meetings/${board.id}`,
    held: `/meetings/${held[0].id}`,
    plan: '/meetings/new',
    mchange: `/meetings/${board.id}/change`,
    gone: '/links/' + 'a'.repeat(43),
  }
  const { headers } = c as any
  const name = headers.cookie.slice(0, headers.cookie.indexOf('='))
  const rest = [headers.cookie.split(';')[0].slice(headers.cookie.indexOf('=') + 1)]
  for (const language of ['de', 'ar'])
    for (const width of [1280, 360]) {
      const context = await browser.newContext({
        viewport: { width, height: 900 },
        locale: language,
        javaScriptEnabled: true,
      })
      await context.addCookies([
        { name: 'language', value: language, url: site.address },
        { name, value: rest.join('='), url: site.address },
      ])
      const page = await context.newPage()
      for (const [key, path] of Object.entries(pages)) {
        if (process.env.PICS && !process.env.PICS.split(',').includes(key)) continue
        await page.goto(site.address + path)
        await page.screenshot({ path: `/tmp/f3/pic-${key}-${language}-${width}.png`, fullPage: true })
        const { violations } = await new AxeBuilder({ page }).analyze()
        const w = await page.evaluate(() => document.documentElement.scrollWidth)
        if (violations.length || w > width)
          console.log(
            key,
            language,
            width,
            w,
            violations.map(v => v.id + ' ' + v.nodes[0]?.html.slice(0, 200)),
          )
      }
      if (width === 1280 && language === 'de') {
        await page.emulateMedia({ media: 'print' })
        await page.goto(site.address + pages.meeting)
        await page.setViewportSize({ width: 800, height: 1100 })
        await page.screenshot({ path: '/tmp/f3/pic-print.png', fullPage: true })
      }
      await context.close()
    }
  await browser.close()
  await site.close()
  await world.close()
}, 280_000)
