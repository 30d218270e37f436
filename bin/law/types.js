import { linesOf, ran } from './ran.js'

/** @type {import('./tree.js').Law} */
export const types = {
  name: 'types',
  why: 'The compiler is the first reader: strict, with every index checked. Repair the type, do not cast it away.',
  async check({ root }) {
    const { code, output } = await ran(root, 'tsc', ['--noEmit', '--pretty', 'false'])
    return code === 0 ? [] : linesOf(output, /^(.+?)\((\d+),\d+\): (.+)$/)
  },
}
