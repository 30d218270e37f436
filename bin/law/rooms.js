/**
 * The plan of the house as data: who may import whom, and what the files of a feature are called.
 * A change here is a change of the house: it needs a record in docs/decisions/.
 */

/** Libraries without input, output, clock or randomness: the only ones that the two pure rooms know. */
const PURE = ['temporal-polyfill', 'yaml']

/** `from` lists the rooms a room may import; `libraries` the packages (`null`: any). Its own files are always allowed. */
export const rooms = [
  { name: 'language', at: 'language/', from: [], libraries: PURE },
  { name: 'reader', at: 'reader/', from: ['language'], libraries: PURE },
  { name: 'ground', at: 'app/ground/', from: ['language'], libraries: null },
  { name: 'access', at: 'app/access/', from: ['ground'], libraries: null },
  { name: 'texts', at: 'app/texts/', from: [], libraries: null },
  { name: 'ui', at: 'app/ui/', from: ['texts'], libraries: null },
  { name: 'features', at: 'app/features/', from: ['access', 'ground', 'ui', 'texts', 'language'], libraries: null },
]

/** These see every room: they join, start, show or prove, and hold no rule of their own. */
export const joiners = ['app/server.ts', 'cli/', 'demo/', 'tests/', 'bin/']

/** Features in the order of knowledge: each may know those before it. `home` shows something of all of them. */
export const features = [
  'account',
  'network',
  'directory',
  'meetings',
  'minutes',
  'commitments',
  'publications',
  'papers',
  'letters',
  'accountability',
  'plans',
  'privacy',
  'search',
  'desk',
  'home',
]

/** Rooms that a single feature may import beyond the others. */
export const privileges = { minutes: ['reader'] }

/** What a feature shows to later ones. */
export const shared = ['model', 'contract', 'finds', 'acts', 'parts']

/**
 * The closed list of a feature's files, with what each holds. Beside it come islands (`*.island.tsx`), what runs in a
 * process of its own (`*.worker.ts`) and tests.
 */
export const featureFiles = {
  'model.ts': 'types, states, pure rules',
  'contract.ts': 'input schemas and JSON shapes',
  'store.ts': 'all SQL',
  'finds.ts': 'reads that other features may call',
  'acts.ts': 'writes, one function an act',
  'routes.ts': 'parse, call, answer',
  'pages.tsx': 'what people see',
  'parts.tsx': 'what people see, for later features too',
  'mails.tsx': 'mails, rendered as their recipient',
  'documents.ts': 'DOCX, ODT, PDF',
  'feeds.ts': 'calendar and feeds',
  'jobs.ts': 'what runs by itself',
}

/** Inside a feature: what a file may not know at run time (types may be shared). */
export const within = {
  model: ['contract', 'store', 'finds', 'acts', 'routes', 'pages', 'parts', 'mails', 'documents', 'feeds', 'jobs'],
  contract: ['store', 'finds', 'acts', 'routes', 'pages', 'parts', 'mails', 'documents', 'feeds', 'jobs'],
  store: ['acts', 'routes', 'pages', 'parts', 'mails', 'documents', 'feeds', 'jobs'],
  pages: ['store', 'acts', 'routes', 'jobs'],
  parts: ['store', 'acts', 'routes', 'jobs'],
  mails: ['store', 'acts', 'routes', 'jobs'],
}

/** What stands directly in app/. */
export const appRoot = ['ground', 'access', 'features', 'ui', 'texts', 'server.ts', 'server.test.ts']

/** Names that say nothing: a file called so collects what nobody wanted to name. */
export const emptyNames = ['utils', 'util', 'helpers', 'helper', 'common', 'misc', 'index']

/** The only places that may ask for the time or for chance. */
export const clocks = ['app/ground/clock.ts', 'app/ground/ids.ts']

/** Closed lists in code that have one text each, `<prefix><word>`. */
export const wordLists = [
  { prefix: 'problem.', file: 'app/ground/problems.ts', name: 'problemStatus' },
  { prefix: 'journal.act.', file: 'app/access/may.ts', name: 'may' },
  { prefix: 'finding.', file: 'reader/src/reading.ts', name: 'findingCodes' },
]

/** Files of words or of generated lines may be long: they are looked up, not read. */
export const longFiles = []
