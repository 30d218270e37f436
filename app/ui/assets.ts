import { existsSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where a page finds what the build made. Addresses begin with `/assets/`; a font or picture may be missing. */
export type Assets = {
  readonly styles: string
  readonly islands: string
  readonly mark: string | null
  readonly latinFont: string | null
  readonly arabicFont: string | null
}

const manifestPath = join('dist', 'assets', '.vite', 'manifest.json')
const plain: Assets = {
  styles: '/assets/main.css',
  islands: '/assets/islands.client.js',
  mark: null,
  latinFont: null,
  arabicFont: null,
}

let read: Assets | null = null

/** The addresses of the built files, read once. Without a build the paths are plain, so that tests need none. */
export function assets(): Assets {
  if (read) return read
  const file = findUpwards(dirname(fileURLToPath(import.meta.url)))
  read = file ? assetsOf(JSON.parse(readFileSync(file, 'utf8'))) : plain
  return read
}

/** A bundled server runs from somewhere inside `dist`, a test from `app`: the manifest is above both. */
function findUpwards(folder: string): string | null {
  const file = join(folder, manifestPath)
  if (existsSync(file)) return file
  return dirname(folder) === folder ? null : findUpwards(dirname(folder))
}

/** The part of Vite's manifest that we read: source path to built file, and what else that file needs. */
export type Manifest = Readonly<Record<string, { readonly file: string; readonly assets?: readonly string[] }>>

export function assetsOf(manifest: Manifest): Assets {
  const address = (end: string): string | null => {
    const entry = Object.entries(manifest).find(([source]) => source.endsWith(end))
    return entry ? `/assets/${entry[1].file}` : null
  }
  return {
    styles: address('ui/styles/main.css') ?? plain.styles,
    islands: address('ui/islands.client.ts') ?? plain.islands,
    mark: address('ui/styles/mark.svg'),
    latinFont: address('noto-sans-latin-wght-normal.woff2'),
    arabicFont: address('noto-sans-arabic-arabic-wght-normal.woff2'),
  }
}

const mediaTypes: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
}
/** Names as the build makes them: no folder in front, one of our kinds behind. */
const BUILT_NAME = /^[\w.-]{1,120}\.(css|js|svg|woff2)$/
const kept = new Map<string, Promise<Uint8Array<ArrayBuffer> | null>>()

/** A built file by its name, kept in memory once it was asked for; null where there is none. */
export async function assetNamed(name: string): Promise<{ bytes: Uint8Array<ArrayBuffer>; mediaType: string } | null> {
  const [, kind] = BUILT_NAME.exec(name) ?? []
  const folder = kind && builtFolder(dirname(fileURLToPath(import.meta.url)))
  if (!folder) return null
  let reading = kept.get(name)
  if (!reading) {
    reading = readFile(join(folder, name)).then(
      bytes => new Uint8Array(bytes),
      () => null,
    )
    kept.set(name, reading)
  }
  const bytes = await reading
  if (!bytes) kept.delete(name)
  return bytes && { bytes, mediaType: mediaTypes[kind]! }
}

function builtFolder(from: string): string | null {
  const manifest = findUpwards(from)
  return manifest && dirname(dirname(manifest))
}
