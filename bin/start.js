// `npm start`: installs, builds, starts with the demo network. Options as in `rundtisch start --help`.
import { handOver } from './bootstrap.js'

await handOver(['dist/server/rundtisch.js', 'start', '--demo', ...process.argv.slice(2)])
