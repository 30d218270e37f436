// `npm run fit`: makes the weights of the reader's confidence anew from reader/samples (docs/decisions/0009).
import { handOver } from './bootstrap.js'

await handOver(['cli/fit.ts', ...process.argv.slice(2)], { development: true, build: false })
