import { readFileSync } from 'node:fs'

/** Ticks of the kernel in a second (USER_HZ, on every Linux). */
const TICKS = 100

/** Seconds of the processor that this process and its children took, also those that ended (proc_pid_stat(5)). */
export function processorSeconds(): number {
  const pid = process.pid
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean)
  return children.reduce((sum, child) => sum + secondsOf(child), secondsOf(String(pid)))
}

function secondsOf(pid: string): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  // utime, stime, cutime, cstime: 14 to 17 of the fields; the second, the name, may hold blanks and ends with a bracket.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / TICKS
}
