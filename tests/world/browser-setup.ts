import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { TestProject } from 'vitest/node'

/** A Chromium and what must stand in its environment. */
export type Chromium = { readonly executablePath: string; readonly env: Readonly<Record<string, string>> }

declare module 'vitest' {
  interface ProvidedContext {
    chromium: Chromium | null
  }
}

const SYSTEM = '/usr/bin/chromium'
const CACHE = resolve('.cache')

/** Finds the browser for all test files: CHROMIUM_PATH, else the system's, else the one from npm, unpacked once. */
export default function findBrowser(project: TestProject): void {
  project.provide('chromium', browserHere())
}

function browserHere(): Chromium | null {
  const named = process.env.CHROMIUM_PATH
  if (named) return { executablePath: named, env: {} }
  if (existsSync(SYSTEM)) return { executablePath: SYSTEM, env: {} }
  // npm has a Chromium for Linux on x64 only.
  return process.platform === 'linux' && process.arch === 'x64' ? unpacked() : null
}

function unpacked(): Chromium {
  const { version } = JSON.parse(readFileSync(resolve('node_modules/@sparticuz/chromium/package.json'), 'utf8'))
  const folder = join(CACHE, `chromium-${version}`)
  if (!existsSync(folder)) unpackInto(folder)
  // Its own libraries make it run where no browser was ever installed.
  const env = { LD_LIBRARY_PATH: join(folder, 'al2023/lib'), FONTCONFIG_FILE: fontsIn(folder) }
  return { executablePath: join(folder, 'chromium'), env }
}

/**
 * Its own list of fonts looks in /tmp. Where no font is found at all, Chromium crashes at the first field of a form.
 */
function fontsIn(folder: string): string {
  const list = join(folder, 'fonts.conf')
  const [fonts, cache] = [join(folder, 'fonts'), join(folder, 'fonts-cache')]
  writeFileSync(list, `<?xml version="1.0"?><fontconfig><dir>${fonts}</dir><cachedir>${cache}</cachedir></fontconfig>`)
  return list
}

// The package unpacks into TMPDIR, and its libraries only where it believes to be on that service. An interrupted
// unpacking would be taken for a finished one, hence beside its place and moved.
function unpackInto(folder: string): void {
  const unfinished = `${folder}.${process.pid}`
  mkdirSync(unfinished, { recursive: true })
  const program = "import('@sparticuz/chromium').then(({ default: chromium }) => chromium.executablePath())"
  const env = { ...process.env, TMPDIR: unfinished, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' }
  execFileSync(process.execPath, ['--eval', program], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  rmSync(folder, { recursive: true, force: true })
  renameSync(unfinished, folder)
}
