#!/usr/bin/env node
// `npm run -s rundtisch -- COMMAND …`: the command line.
import { handOver } from './bootstrap.js'

await handOver(['dist/server/rundtisch.js', ...process.argv.slice(2)])
