import { isTest, lineAt, stringOf, walk } from './tree.js'

const ROOMS = /^(?:app\/(?:features|ui|access|ground)|cli)\/|^app\/server\.ts$/
/** Attributes that a browser or a screen reader says aloud, and the props of our own parts that end in one of them. */
const SPOKEN = new Set([
  'title',
  'alt',
  'placeholder',
  'label',
  'lead',
  'hint',
  'caption',
  'summary',
  'heading',
  'legend',
  'description',
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'aria-valuetext',
])
/** Who runs the house reads these, not who uses it: the log and what a programmer did wrong. */
const LOGS = /^(?:console|log|logger|stderr|stdout)$/
const ERRORS = /Error$/

const LETTER = /\p{L}/u
const STATEMENT =
  /^\s*(?:select|insert|update|delete|with|create|alter|drop|grant|revoke|set|listen|notify|begin|commit|truncate|lock|savepoint)\b/i
/** Words that hold sentences together, and hardly anything else. */
const GLUE =
  /(?:^|\s)(?:der|die|das|ein|eine|einen|und|oder|ist|sind|wird|werden|nicht|bitte|für|mit|von|zum|zur|Sie|Ihr|Ihre|the|is|are|was|not|please|your|you|has|have|with|for|of|to|this|that|there)(?=\s|[.,:;!?]|$)/g
const WORDS = /\p{L}[\p{L}'’-]*/gu

/** @type {import('./tree.js').Law} */
export const sentences = {
  name: 'sentences',
  why: 'What people read stands in app/texts, so that it can be translated and read through at one place. Give it a key in every language and ask for it with t(key).',
  check(tree) {
    const keys = knownKeys(tree)
    return tree.code
      .filter(path => ROOMS.test(path) && !isTest(path))
      .flatMap(path => {
        const found = []
        walk(tree.program(path), (node, parents) => {
          if (isUnheard(node, path.startsWith('cli/'))) return false
          const text = spokenBy(node, parents, keys)
          if (text)
            found.push({
              path,
              line: lineAt(tree.read(path), node.start + leadingSpace(node)),
              says: `"${shortened(text)}" is a sentence for people`,
            })
        })
        return found
      })
  },
}

function knownKeys(tree) {
  return tree.has('app/texts/de.json') ? JSON.parse(tree.read('app/texts/de.json')) : {}
}

/** Parts of the tree where nobody is spoken to. What a command prints is read by people, though. */
function isUnheard(node, command) {
  if (/^(?:Import|ExportAll)Declaration$|^TS(?:Type|Literal|Interface)/.test(node.type)) return true
  if (node.type === 'TaggedTemplateExpression') return true
  if (node.type === 'NewExpression') return ERRORS.test(node.callee.name ?? '')
  if (node.type !== 'CallExpression' || command) return false
  const { object, property } = node.callee
  return (
    LOGS.test(node.callee.name ?? '') ||
    LOGS.test(object?.name ?? '') ||
    LOGS.test(object?.property?.name ?? '') ||
    LOGS.test(property?.name ?? '')
  )
}

function spokenBy(node, parents, keys) {
  if (node.type === 'JSXText') return LETTER.test(node.value.replace(/&\w+;/g, '')) ? node.value.trim() : null
  const text = stringOf(node)
  if (text === null || text in keys) return null
  const place = shownIn(node, parents)
  if (place?.type === 'JSXAttribute' && SPOKEN.has(nameOf(place)))
    return !isKeyLike(text) && LETTER.test(text.replaceAll('…', '')) ? text : null
  if (place?.type === 'JSXElement' || place?.type === 'JSXFragment')
    return !isKeyLike(text) && LETTER.test(text.replaceAll('…', '')) ? text : null
  return isSentence(text) ? text : null
}

/** The attribute or element whose value a string is, also as one of two (`a ? 'x' : 'y'`, `a && 'x'`); null if it is only used on the way. */
function shownIn(node, parents) {
  let inner = node
  for (const parent of parents.toReversed()) {
    if (/^JSX(?:Attribute|Element|Fragment)$/.test(parent.type)) return parent
    const passes =
      parent.type === 'JSXExpressionContainer' ||
      (parent.type === 'ConditionalExpression' && parent.test !== inner) ||
      (parent.type === 'LogicalExpression' && (parent.right === inner || parent.operator !== '&&'))
    if (!passes) return null
    inner = parent
  }
  return null
}

const nameOf = ({ name }) =>
  name.type === 'JSXNamespacedName' ? `${name.namespace.name}:${name.name.name}` : name.name
const isKeyLike = text => /^[a-z][\w…-]*(?:\.[\w…-]+)+$/i.test(text)
const wordsIn = text => text.match(WORDS)?.length ?? 0

/** A capital and a full stop or a small word behind it, or four words with two that only hold others together. */
function isSentence(text) {
  const plain = text.replaceAll('…', ' ').trim()
  if (!/\s/.test(plain) || STATEMENT.test(plain) || /[{}<>=;]|--|::/.test(plain)) return false
  const words = wordsIn(plain)
  const glue = plain.match(GLUE)?.length ?? 0
  if (/^\p{Lu}\p{Ll}/u.test(plain))
    return words >= 2 && (/[.!?:]$/.test(plain) || glue > 0 || /\s\p{Ll}{2,}(?=[\s.,:!?]|$)/u.test(plain))
  return words >= 4 && glue >= 2
}

const leadingSpace = node => (node.type === 'JSXText' ? node.value.length - node.value.trimStart().length : 0)
const shortened = text => (text.length > 50 ? `${text.slice(0, 50)}…` : text).replace(/\s+/g, ' ')
