import { parseArgs } from 'node:util'
import { Problem } from '../app/ground/problems.ts'
import { readSettings, type Settings } from '../app/ground/settings.ts'
import { type TextKey, texts } from '../app/texts/texts.ts'

/** A command of `rundtisch`: what stands after its name in, an exit code out. */
export type Command = { run(args: readonly string[]): Promise<number> }

/** The command line speaks German; who runs a server meets the same sentences as in docs and pages. */
export const t = texts('de')

/** Exit codes: what was asked for could not be done; it was asked for wrongly. */
export const FAILED = 1
export const MISUSED = 2

/** Words that a command was not expecting. Its usage is printed. */
export class Misuse extends Error {}

type Flags = Readonly<Record<string, { readonly type: 'boolean' | 'string' }>>

/** Settings have flags of the same meaning, which come before the environment. */
const settingFlags = { data: { type: 'string' }, host: { type: 'string' }, port: { type: 'string' } } as const
const settingOfFlag = { data: 'RUNDTISCH_DATA', host: 'HOST', port: 'PORT' } as const

/** Reads settings and the flags of one command. Throws `Misuse` for others, Problems as `readSettings`. */
export function settingsFrom<F extends Flags>(
  args: readonly string[],
  flags: F,
): { settings: Settings; flags: { [Name in keyof F]?: string | boolean } } {
  const { values } = parsed(args, { ...flags, ...settingFlags })
  const given = Object.entries(settingOfFlag).map(([flag, name]) => [name, values[flag] ?? process.env[name]])
  const settings = readSettings({ ...process.env, ...Object.fromEntries(given) })
  return { settings, flags: values as { [Name in keyof F]?: string | boolean } }
}

function parsed(args: readonly string[], options: Flags): { values: Record<string, string | boolean | undefined> } {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: false }) as never
  } catch {
    throw new Misuse(t('cli.misused', { words: args.join(' ') }))
  }
}

/** One sentence for a Problem, with what lies behind it for whoever runs the server. */
export function sentenceOf({ code, details, cause }: Problem): string {
  const sentence = t(`problem.${code}` as TextKey, details.values)
  const reason = cause instanceof Error ? cause.message.trim() : ''
  return reason ? `${sentence}\n${reason}` : sentence
}

export const isProblem = (error: unknown): error is Problem => error instanceof Problem
