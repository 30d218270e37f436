// `npm test`: every test but the foreign ones. A part of a path picks some: `npm test -- language`.
import { vitest } from './vitest.js'

await vitest(['--project', 'pure', '--project', 'house', ...process.argv.slice(2)])
