import { type Browser, chromium } from 'playwright-core'
import { inject } from 'vitest'

/** Ours, not the package's: those switch off what keeps sites apart. */
const ARGUMENTS = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-sync',
  '--no-first-run',
  '--no-pings',
  '--font-render-hinting=none',
]

/** A headless browser; close it in `afterAll`. One for each test file: contexts are cheap, browsers are not. */
export async function openBrowser(): Promise<Browser> {
  const found = inject('chromium')
  if (!found) throw new Error('No browser for this machine: set CHROMIUM_PATH to a Chromium')
  return chromium.launch({
    executablePath: found.executablePath,
    args: ARGUMENTS,
    // The sandbox works neither as root nor where user namespaces are forbidden, and only our own pages are opened.
    chromiumSandbox: false,
    env: { ...process.env, ...found.env } as Record<string, string>,
  })
}
