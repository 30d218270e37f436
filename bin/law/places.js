import { homedir, hostname } from 'node:os'
import { dirname, resolve } from 'node:path'

const BINARY = /\.(?:png|jpe?g|gif|webp|ico|woff2?|ttf|pdf|docx|odt|zip)$/
/** Where code is kept or fetched from: an address that ages faster than the code, and that a copy of the house lies about. */
const HOSTS =
  /\b(?:github\.com|githubusercontent\.com|gitlab\.[a-z]+|codeberg\.org|bitbucket\.org|opencode\.de|sourceforge\.net|registry\.npmjs\.org|registry\.yarnpkg\.com|npm\.pkg\.[a-z.]+)\b/g
/** Folders of one person's or one machine's disk. */
const FOLDERS = /(?<![\w.~-])(?:\/(?:home|Users)\/[\w.-]+\/|\/(?:root|builds?|workspaces?)\/[\w.-]+|[A-Z]:\\Users\\)/g

/** The lock file tells who pays whom, its test which registry it may name; the licence is not ours; and this file must name what it forbids. */
const FREE = ['package-lock.json', 'bin/lockfile.test.js', 'LICENSE', 'bin/law/places.js']

/** @type {import('./tree.js').Law} */
export const places = {
  name: 'places',
  why: 'The house names no machine, no folder outside itself and no place where code is kept, so that a copy is as true as the first. Paths are relative or come from the environment; addresses of an installation come from PUBLIC_URL.',
  check(tree) {
    const own = ownPlaces(tree.root)
    return tree.paths
      .filter(path => !BINARY.test(path) && !FREE.includes(path))
      .flatMap(path =>
        tree
          .read(path)
          .split('\n')
          .flatMap((line, at) => placesIn(line, own).map(place => ({ path, line: at + 1, says: `names ${place}` }))),
      )
  },
}

function placesIn(line, own) {
  return [...(line.match(HOSTS) ?? []), ...(line.match(FOLDERS) ?? []), ...own.filter(place => holds(line, place))]
}

/** What this machine is called and where it keeps this copy: no file of the copy may know. */
function ownPlaces(root) {
  const folders = [dirname(resolve(root)), homedir()].filter(folder => folder.length > 2).map(folder => `${folder}/`)
  const { npm_config_registry: registry } = process.env
  const host = hostname().length > 5 ? [hostname()] : []
  return [...folders, ...host, ...(registry ? [new URL(registry).host] : [])]
}

const holds = (line, place) => {
  const at = line.indexOf(place)
  return at !== -1 && !/[\w.-]/.test(line[at - 1] ?? ' ')
}
