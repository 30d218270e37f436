// Runs under Node 24 with the packages installed: `node bin/vite-build.js FOLDER MODE`.
import { join, resolve } from 'node:path'
import { createBuilder } from 'vite'
import { root } from './root.js'

const [, , out, mode] = process.argv
const folder = resolve(out)
const outDir = name => ({ build: { outDir: join(folder, name) } })

const builder = await createBuilder({
  root,
  mode,
  logLevel: 'warn',
  environments: { client: outDir('assets'), ssr: outDir('server') },
})
await builder.buildApp().catch(error => {
  console.error(error.message)
  process.exit(1)
})
