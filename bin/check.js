// `npm run check`: proves the law of the house.
import { handOver } from './bootstrap.js'

await handOver(['bin/law/check.js', ...process.argv.slice(2)], { development: true, build: false })
