import { join, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parentPort, workerData } from 'node:worker_threads'

const { root, paths } = workerData
const known = new Set(paths)
const FRAME = /\(?(file:\/\/[^)\n]+?):(\d+):\d+\)?$/gm
const made = []
const failed = []

globalThis.RegExp = new Proxy(RegExp, {
  construct: (target, args, newTarget) => noted(Reflect.construct(target, args, newTarget)),
  apply: (target, self, args) => noted(Reflect.apply(target, self, args)),
})

/** The maker is the nearest frame; patterns that libraries make for themselves are theirs. */
function noted(pattern) {
  const nearest = new Error().stack.matchAll(FRAME)
  for (const [, url, line] of nearest) {
    if (url === import.meta.url) continue
    const path = relative(root, fileURLToPath(url))
    if (known.has(path)) made.push({ path, line: Number(line), source: pattern.source, flags: pattern.flags })
    break
  }
  return pattern
}

for (const path of paths) {
  try {
    await import(pathToFileURL(join(root, path)).href)
  } catch (error) {
    failed.push({ path, reason: String(error.message).split('\n')[0] })
  }
}
parentPort.postMessage({ made, failed })
