import type { Timestamp } from '../../../ground/schema.ts'

export const browsers = ['firefox', 'edge', 'opera', 'samsung', 'chrome', 'safari', 'other'] as const
export type Browser = (typeof browsers)[number]
export const systems = ['android', 'ios', 'windows', 'macos', 'chromeos', 'linux', 'other'] as const
export type System = (typeof systems)[number]
export type Device = { readonly browser: Browser; readonly system: System }

/** A place where an account is signed in. */
export type SessionShown = {
  readonly id: string
  readonly device: Device
  readonly since: Timestamp
  /** To a quarter of an hour. */
  readonly seen: Timestamp
  /** The one that asks. */
  readonly here: boolean
}

type Sign<Word> = readonly [RegExp, Word]

/** In this order: most browsers also name those they descend from (RFC 9110, 10.1.5). */
const BROWSER_SIGNS: readonly Sign<Browser>[] = [
  [/Edg(?:e|A|iOS)?\//, 'edge'],
  [/OPR\//, 'opera'],
  [/SamsungBrowser\//, 'samsung'],
  [/(?:Firefox|FxiOS)\//, 'firefox'],
  [/(?:Chrome|Chromium|CriOS)\//, 'chrome'],
  [/Safari\//, 'safari'],
]
const SYSTEM_SIGNS: readonly Sign<System>[] = [
  [/Android/, 'android'],
  [/iPhone|iPad|iPod/, 'ios'],
  [/Windows/, 'windows'],
  [/Macintosh|Mac OS X/, 'macos'],
  [/CrOS/, 'chromeos'],
  [/Linux|X11/, 'linux'],
]
const LONGEST_LOOKED_AT = 500

/** What a person calls a device, out of the header `User-Agent`. The rest of the header is nobody's business. */
export function deviceOf(userAgent: string | null): Device {
  const text = (userAgent ?? '').slice(0, LONGEST_LOOKED_AT)
  const named = <Word>(signs: readonly Sign<Word>[], other: Word): Word =>
    signs.find(([sign]) => sign.test(text))?.[1] ?? other
  return { browser: named<Browser>(BROWSER_SIGNS, 'other'), system: named<System>(SYSTEM_SIGNS, 'other') }
}

/** How a device is kept with a session, and read again. */
export const deviceText = ({ browser, system }: Device): string => `${browser} ${system}`

export function deviceFrom(text: string | null): Device {
  const [browser, system] = (text ?? '').split(' ')
  return {
    browser: browsers.find(one => one === browser) ?? 'other',
    system: systems.find(one => one === system) ?? 'other',
  }
}
