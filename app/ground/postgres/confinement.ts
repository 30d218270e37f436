import { spawnSync } from 'node:child_process'
import { userInfo } from 'node:os'
import { Problem } from '../problems.ts'

/** A command line in front of another: `[...prefix, program, ...args]`. */
export type Prefix = readonly [string, ...string[]]

/**
 * What stands before every PostgreSQL program we run. The server must not outlive us, so it gets `signal` when our
 * process dies (prctl(2), PR_SET_PDEATHSIG). PostgreSQL refuses to run as root and needs a user name, so root and
 * nameless users run it in a user namespace of their own, where they are 65534; the files stay theirs.
 * Problem `namespaces-forbidden` where the kernel or the container does not allow that.
 */
export function confinement(signal: 'INT' | 'KILL'): Prefix {
  const mortal: Prefix = ['setpriv', '--pdeathsig', signal, '--', ...ONLY_CHILD, String(process.pid)]
  if (!needsNamespace()) return mortal
  if (spawnSync(NAMESPACE[0], [...NAMESPACE.slice(1), 'true'], { stdio: 'ignore' }).status !== 0) {
    throw new Problem('namespaces-forbidden')
  }
  return [...NAMESPACE, ...mortal]
}

// The signal is only for a death that comes after prctl(2). A program whose parent died before it is nobody's child.
const ONLY_CHILD: Prefix = ['sh', '-c', '[ "$PPID" = "$0" ] && exec "$@"']

const NAMESPACE: Prefix = ['unshare', '--user', '--map-user=65534', '--map-group=65534', '--']

function needsNamespace(): boolean {
  if (process.getuid?.() === 0) return true
  try {
    userInfo()
    return false
  } catch {
    return true
  }
}
