import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, vi } from 'vitest'

/**
 * For every test of a file: `folder`, which is there and empty when the test begins and gone when it ends, and what was
 * printed meanwhile to stdout and stderr, kept instead of shown.
 */
export function printedInFolder(): { readonly out: string[]; readonly err: string[]; readonly folder: string } {
  const folder = mkdtempSync(join(tmpdir(), 'rundtisch-'))
  const out: string[] = []
  const err: string[] = []
  beforeEach(() => {
    mkdirSync(folder, { recursive: true })
    out.length = 0
    err.length = 0
    vi.spyOn(process.stdout, 'write').mockImplementation(text => out.push(String(text)) > 0)
    vi.spyOn(process.stderr, 'write').mockImplementation(text => err.push(String(text)) > 0)
  })
  afterEach(() => {
    vi.restoreAllMocks()
    rmSync(folder, { recursive: true })
  })
  return { out, err, folder }
}
