// `npm run -s figures -- NAME [--size N] [--plant FAULT]`: measures anew and prints one line of JSON.
import { handOver } from './bootstrap.js'

await handOver(['dist/server/figures.js', ...process.argv.slice(2)], { development: true })
