import type { BrowserContext } from 'playwright-core'
import { build, type Rolldown } from 'vite'

let built: Promise<ReadonlyMap<string, string>> | null = null
const ENTRY = 'app/ui/islands.client.ts'
const ENTRY_NAME = /^islands\.client(?:-[\w-]+)?\.js$/

/** The scripts of the present sources, by name, made in memory: a test asks for no build. */
async function scripts(): Promise<ReadonlyMap<string, string>> {
  const made = (await build({
    ...{ configFile: false, logLevel: 'error' },
    build: { write: false, rolldownOptions: { input: ENTRY } },
  })) as Rolldown.RolldownOutput
  return new Map(
    made.output.flatMap(one =>
      one.type === 'chunk'
        ? [[one.isEntry ? '' : one.fileName.slice(one.fileName.lastIndexOf('/') + 1), one.code]]
        : [],
    ),
  )
}

/** Lets a browser load the islands as they are now, whether or not anything was built. */
export async function withIslands(context: BrowserContext, site: string): Promise<void> {
  built ??= scripts()
  const byName = await built
  await context.route(`${site}/assets/*.js`, (route, request) => {
    const name = new URL(request.url()).pathname.slice('/assets/'.length)
    const body = byName.get(ENTRY_NAME.test(name) ? '' : name)
    return body === undefined ? route.fallback() : route.fulfill({ contentType: 'text/javascript', body })
  })
}
