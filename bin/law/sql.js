import { isTest, lineAt, stringOf, walk } from './tree.js'

/** Rooms where SQL may stand; the demo, the command line and the pages ask for it by name. */
const ASKS = /^(?:language|reader|app|cli|demo)\//
const HOME = /^app\/(?:ground|access)\/|(?:^|\/)store\.ts$/
const BUILDERS = new Set(['selectFrom', 'insertInto', 'updateTable', 'deleteFrom', 'replaceInto', 'mergeInto'])
const STATEMENT =
  /^\s*(?:select\s[\s\S]{0,2000}?\sfrom\s|insert\s+into\s|update\s+\S+\s+set\s|delete\s+from\s|with\s+\S+\s+as\s*\(|truncate\s|(?:create|alter|drop)\s+(?:table|index|role|schema|function|policy|database)\s)/i

/** @type {import('./tree.js').Law} */
export const sql = {
  name: 'sql',
  why: 'SQL stands only in store.ts, app/access and app/ground, so that every read starts at a visible.* filter and a table can change without a hunt. Give the query a name in the store and call that.',
  check(tree) {
    return tree.code
      .filter(path => ASKS.test(path) && !HOME.test(path) && !isTest(path))
      .flatMap(path => {
        const found = []
        walk(tree.program(path), node => {
          const says = objection(node)
          if (says) found.push({ path, line: tree.lineOf(path, node), says })
        })
        return found
      })
  },
}

function objection(node) {
  if (node.type === 'ImportDeclaration' && node.source.value === 'kysely')
    return node.specifiers.some(({ imported }) => imported?.name === 'sql')
      ? 'the sql tag of kysely belongs in store.ts'
      : null
  if (node.type === 'CallExpression') {
    const method = node.callee.property?.name
    return BUILDERS.has(method) ? `${method} belongs in store.ts` : null
  }
  const text = stringOf(node)
  return text !== null && STATEMENT.test(text) ? 'a statement in SQL belongs in store.ts' : null
}

const DATABASE_CLOCK =
  /\b(?:now|clock_timestamp|statement_timestamp|transaction_timestamp|random|gen_random_uuid|uuid_generate_v4)\s*\(|\b(?:current_timestamp|current_date|current_time|localtimestamp|localtime)\b/gi

/** @type {import('./tree.js').Law} */
export const databaseClock = {
  name: 'database-clock',
  why: 'Time and chance come from app/ground/clock.ts and ids.ts, in SQL too, so that a simulated year can run. Hand the instant, the day or the id in as a parameter.',
  check(tree) {
    return [...inStatements(tree), ...inSqlFiles(tree)]
  },
}

function inStatements(tree) {
  return tree.code
    .filter(path => path.startsWith('app/') && HOME.test(path) && !isTest(path))
    .flatMap(path => {
      const found = []
      walk(tree.program(path), node => {
        if (node.type !== 'TaggedTemplateExpression' || node.tag.name !== 'sql') return
        for (const part of node.quasi.quasis)
          for (const match of part.value.raw.matchAll(DATABASE_CLOCK))
            found.push({ path, line: lineAt(tree.read(path), part.start + match.index), says: said(match[0]) })
      })
      return found
    })
}

function inSqlFiles(tree) {
  return tree.paths
    .filter(path => path.endsWith('.sql'))
    .flatMap(path =>
      tree
        .read(path)
        .split('\n')
        .flatMap((line, at) =>
          [...line.replace(/--.*/, '').matchAll(DATABASE_CLOCK)].map(match => ({
            path,
            line: at + 1,
            says: said(match[0]),
          })),
        ),
    )
}

const said = match => `${match.replace(/\s*\($/, '()')} asks the database's clock or dice`
