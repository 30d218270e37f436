import { relative } from 'node:path'
import { linesOf, ran } from './ran.js'

/** @type {import('./tree.js').Law} */
export const style = {
  name: 'style',
  why: 'One look for every file, decided once in biome.json. `npx biome check --write` repairs most of it.',
  async check({ root }) {
    const { code, output } = await ran(root, 'biome', [
      'ci',
      '--colors=off',
      '--reporter=github',
      '--max-diagnostics=none',
      '.',
    ])
    if (code === 0) return []
    const annotations = output.split('\n').filter(line => line.startsWith('::error'))
    return linesOf(
      annotations.join('\n') || output,
      /^::error title=([^,]*),file=([^,]+),line=(\d+).*?::(.*)$/,
      ([, title, path, line, says]) => ({ path: relative(root, path), line: Number(line), says: `${title}: ${says}` }),
    )
  },
}
