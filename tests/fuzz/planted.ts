import { doors } from '../../app/server.ts'
import { plantedDoors as doorsWith, type MountedDoor } from '../access/planted.ts'

/**
 * Faults that the fuzzer must notice. `error`: a door breaks on one of its values. `shape`: answers of the directory have
 * a field that nobody described. `leak`: a feed asks the table.
 */
export const faults = ['error', 'shape', 'leak'] as const
export type Fault = (typeof faults)[number]

const broken = {
  error: new Set(['/commitments']),
  shape: new Set(['/bodies', '/people', '/organizations', '/offices']),
}

export function plantedDoors(fault: Fault | null): readonly MountedDoor[] {
  if (fault === 'leak') return doorsWith('feed')
  return doors.map(door => {
    if (door.method !== 'get' || !fault || !broken[fault].has(door.path)) return door
    const find: typeof door.find = async (viewer, input) => {
      const found = (await door.find(viewer, input)) as object
      if (fault === 'shape') return { ...found, note: 'X' }
      if ((input as { list: string }).list === 'open') throw new RangeError('planted')
      return found
    }
    return { ...door, find }
  })
}
