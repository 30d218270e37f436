import { spawn } from 'node:child_process'
import { join } from 'node:path'

/** Runs a program of node_modules in `root` and returns its exit code and all it wrote. */
export function ran(root, program, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(join(root, 'node_modules/.bin', program), args, { cwd: root })
    const written = []
    child.stdout.on('data', chunk => written.push(chunk))
    child.stderr.on('data', chunk => written.push(chunk))
    child.once('error', reject)
    child.once('close', code => resolve({ code, output: Buffer.concat(written).toString('utf8').trim() }))
  })
}

/** Violations out of a program's lines; if none has the expected form, all it wrote is one. */
export function linesOf(output, form, toViolation = ([, path, line, says]) => ({ path, line: Number(line), says })) {
  const found = output.split('\n').flatMap(line => {
    const match = form.exec(line)
    return match ? [toViolation(match)] : []
  })
  return found.length > 0 ? found : [{ path: '.', line: 0, says: output.slice(0, 2000) || 'failed without a word' }]
}
