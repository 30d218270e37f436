/**
 * CPU milliseconds that `work` takes in this thread: on a shared machine the clock on the wall counts the others, too.
 * What the collector does in threads of its own is not in it.
 */
export function cpuOf(work: () => void): number {
  const begin = process.threadCpuUsage()
  work()
  const { user, system } = process.threadCpuUsage(begin)
  return (user + system) / 1000
}

export function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!
}

export const rounded = (number: number, digits = 2): number => Number(number.toFixed(digits))
