// `npm run dev`: like `npm start`, and again after each change of the sources.
import { spawn } from 'node:child_process'
import { watch } from 'node:fs'
import { join } from 'node:path'
import { findNode, say } from './bootstrap.js'
import { buildIfChanged } from './build.js'
import { install } from './install.js'
import { root } from './root.js'

const WATCHED = ['language', 'reader/src', 'app', 'cli', 'demo']
const SETTLE_MS = 150

await install({ development: true })
const node = findNode()
const program = ['--enable-source-maps', join(root, 'dist/server/rundtisch.js'), 'start', '--demo']
let server = null
let settling
let turn = restart()

for (const folder of WATCHED) {
  watch(join(root, folder), { recursive: true }, () => {
    clearTimeout(settling)
    settling = setTimeout(() => (turn = turn.then(restart)), SETTLE_MS)
  })
}
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    await stop()
    process.exit(0)
  })
}

async function restart() {
  try {
    await buildIfChanged(node)
  } catch {
    return say('Der Bau ist gescheitert. Nach der nächsten Änderung wird es noch einmal versucht.')
  }
  await stop()
  server = spawn(node, [...program, ...process.argv.slice(2)], { stdio: 'inherit' })
}

async function stop() {
  if (!server || server.exitCode !== null || server.signalCode !== null) return
  const ended = new Promise(resolve => server.once('exit', resolve))
  server.kill('SIGTERM')
  await ended
}
