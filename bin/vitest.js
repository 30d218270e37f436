import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { runProgram } from './bootstrap.js'
import { root } from './root.js'

const REPORT = join(root, '.cache/vitest.json')

/**
 * Runs Vitest with `args` and prints as the last line how many tests passed and failed. A file that does not even
 * load counts as one failed test. `afterwards` sees the report before that line.
 */
export async function vitest(args, afterwards = () => {}) {
  rmSync(REPORT, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${REPORT}`]
  const code = await runProgram(['node_modules/vitest/vitest.mjs', 'run', '--root', root, ...reporters, ...args], {
    development: true,
  })
  const report = readReport()
  afterwards(report)
  const failed = report.numFailedTests || (code === 0 ? 0 : 1)
  console.log(`${report.numPassedTests} passed, ${failed} failed`)
  process.exit(code)
}

// A run that broke off leaves no report.
function readReport() {
  try {
    return JSON.parse(readFileSync(REPORT, 'utf8'))
  } catch {
    return { numPassedTests: 0, numFailedTests: 0, testResults: [] }
  }
}
