import { posix } from 'node:path'
import { features, joiners, privileges, rooms, shared, within } from './rooms.js'
import { importsOf, isTest, isUnder } from './tree.js'

/** @type {import('./tree.js').Law} */
export const imports = {
  name: 'imports',
  why: 'Imports flow one way, so that a room can be read, tested and replaced alone. What a feature needs from a later one is a slot that server.ts fills; a write that follows from a write is a reaction listed in server.ts.',
  check(tree) {
    return tree.code
      .filter(path => !isTest(path) && !isUnder(path, joiners))
      .flatMap(path =>
        importsOf(tree, path).flatMap(({ node, from, type }) => {
          const says = objection(path, from, type)
          return says ? [{ path, line: tree.lineOf(path, node), says }] : []
        }),
      )
  },
}

/** Why `path` may not import `from`, or null where it may. */
export function objection(path, from, type = false) {
  const room = rooms.find(({ at }) => path.startsWith(at))
  if (!room) return null
  if (!from.startsWith('.')) return libraryObjection(room, from)

  const target = posix.join(posix.dirname(path), from)
  if (isTest(target)) return `${from} is a test: what both need belongs in a file of its own`
  const other = rooms.find(({ at }) => target.startsWith(at))
  if (!other) {
    if (target === 'app/server.ts') return 'nobody imports server.ts: offer a slot that it fills'
    return `${from} is in no room of the house`
  }
  if (room.name === 'features') return featureObjection(path, target, other, type)
  if (room === other || room.from.includes(other.name)) return null
  return `${room.name} may import ${listed(room.from)}, not ${other.name}: move what is needed down, or hand it in from above`
}

function libraryObjection(room, from) {
  if (!room.libraries) return null
  const name = from.split('/', from.startsWith('@') ? 2 : 1).join('/')
  if (room.libraries.includes(name)) return null
  return `${room.name} is pure and knows only ${room.libraries.join(' and ')}, not ${name}: let the caller read the file, the clock or the network`
}

function featureObjection(path, target, other, type) {
  const feature = path.split('/')[2]
  if (other.name !== 'features') {
    const allowed = [...rooms.find(({ name }) => name === 'features').from, ...(privileges[feature] ?? [])]
    if (allowed.includes(other.name)) return null
    return `${feature} may import ${listed(allowed)}, not ${other.name}`
  }
  const known = target.split('/')[2]
  if (known === feature) return withinObjection(path, target, type)
  if (features.indexOf(known) > features.indexOf(feature))
    return `${feature} comes before ${known} and may not know it: offer a slot, or let server.ts list a reaction`
  if (shared.includes(wordOf(target))) return null
  return `of ${known} other features may import ${listed(shared)} only, not ${wordOf(target)}`
}

function withinObjection(path, target, type) {
  if (type || !within[wordOf(path)]?.includes(wordOf(target))) return null
  return `${wordOf(path)} may not know ${wordOf(target)}: ${
    ['pages', 'parts', 'mails'].includes(wordOf(path))
      ? 'it shows what it is handed'
      : 'knowledge flows from model to routes'
  }`
}

/** The word before the first dot: `app/features/minutes/review/store.ts` is a store. */
const wordOf = path => posix.basename(path).split('.')[0]

const listed = words => (words.length > 0 ? words.join(', ') : 'no other room')
