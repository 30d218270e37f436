import { Worker } from 'node:worker_threads'

/**
 * Loads modules of the pure rooms and notes every `new RegExp(…)` that runs while they load, with the line it stands on.
 * A pattern that is put together from parts is only known when it is made; the pure rooms do nothing else when loaded.
 *
 * @param {string} root absolute
 * @param {string[]} paths relative to it
 * @returns {Promise<{ made: { path: string, line: number, source: string, flags: string }[], failed: { path: string, reason: string }[] }>}
 */
export function patternsMade(root, paths) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./made.worker.js', import.meta.url), {
      workerData: { root, paths },
      execArgv: ['--disable-warning=ExperimentalWarning'],
    })
    const tooSlow = setTimeout(() => {
      worker.terminate()
      reject(new Error('the modules of the pure rooms did not load in 20 seconds'))
    }, 20_000)
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', () => clearTimeout(tooSlow))
  })
}
