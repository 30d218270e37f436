// `npm run bench`: how fast the pages are. The other figures are asked for by name, see bin/figures.js.
import { handOver } from './bootstrap.js'

await handOver(['dist/server/figures.js', 'pages', ...process.argv.slice(2)], { development: true })
