import { type Command, FAILED, isProblem, MISUSED, Misuse, sentenceOf, t } from './command.ts'

/** Every command, loaded when it is called: reading a text needs no database. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  start: () => import('./start.ts'),
  migrate: () => import('./migrate.ts'),
  read: () => import('./read.ts'),
  examples: () => import('./examples.ts'),
  'sign-out': () => import('./sign-out.ts'),
}

process.exit(await main(process.argv.slice(2)))

async function main([name = '', ...args]: readonly string[]): Promise<number> {
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!load || args.includes('--help')) {
    process.stderr.write(`${t('cli.usage')}\n`)
    return load || name === '--help' ? 0 : MISUSED
  }
  try {
    const command = await load()
    return await command.run(args)
  } catch (error) {
    process.stderr.write(`${said(error)}\n`)
    return error instanceof Misuse ? MISUSED : FAILED
  }
}

function said(error: unknown): string {
  if (error instanceof Misuse) return `${error.message}\n${t('cli.usage')}`
  if (isProblem(error) && error.code !== 'server-error') return sentenceOf(error)
  return String((error as Error)?.stack ?? error)
}
