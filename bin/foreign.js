// `npm run foreign`: tests against programs of others, such as an older PostgreSQL. What is not here is skipped aloud.
import { vitest } from './vitest.js'

await vitest(['--project', 'foreign', ...process.argv.slice(2)], ({ testResults }) => {
  const skipped = testResults
    .flatMap(file => file.assertionResults)
    .filter(test => test.status !== 'passed' && test.status !== 'failed')
  for (const { fullName } of skipped) console.log(`ÜBERSPRUNGEN: ${fullName}`)
})
