import { posix } from 'node:path'
import { appRoot, emptyNames, featureFiles, features } from './rooms.js'

const FEATURE_ROOT = 'app/features/'
const NOUN = /^[a-z]+(?:-[a-z]+)*$/
const BESIDE = /^[a-z]+(?:[-.][a-z]+)*\.(?:island\.tsx|worker\.ts|test\.tsx?)$/
const CODE = /\.(?:tsx?|m?js)$/

/** @type {import('./tree.js').Law} */
export const files = {
  name: 'files',
  why: 'A feature has the same few file names as every other, so that nobody searches. Over about 300 lines split by noun into a sub-folder with the same names; a new name needs a record in docs/decisions.',
  check(tree) {
    return tree.paths.flatMap(path => {
      const says = emptyName(path) ?? (path.startsWith(FEATURE_ROOT) ? inFeature(path) : inApp(path))
      return says ? [{ path, line: 0, says }] : []
    })
  },
}

function emptyName(path) {
  const parts = path.split('/')
  const words = CODE.test(path) ? [...parts.slice(0, -1), posix.basename(path).split('.')[0]] : parts.slice(0, -1)
  const empty = words.find(word => emptyNames.includes(word.toLowerCase()))
  return empty ? `"${empty}" says nothing: name it after the noun it is about` : null
}

function inApp(path) {
  const [room, name] = path.split('/')
  return room !== 'app' || appRoot.includes(name) ? null : `app/ holds ${appRoot.join(', ')}`
}

function inFeature(path) {
  const [feature, ...rest] = path.slice(FEATURE_ROOT.length).split('/')
  if (rest.length === 0) return 'a feature is a folder'
  if (!features.includes(feature))
    return `${feature} has no place in the order of knowledge: add it to features in bin/law/rooms.js`
  const name = rest.at(-1)
  const noun = rest.slice(0, -1).find(folder => !NOUN.test(folder))
  if (noun) return `${noun} is no noun in lower case`
  if (name in featureFiles || BESIDE.test(name)) return null
  return `a feature has ${Object.keys(featureFiles).join(', ')}, *.island.tsx, *.worker.ts and *.test.ts: which of them is this?`
}
