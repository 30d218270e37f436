import { morningLists } from '../../app/features/desk/model.ts'
import { documentFormats } from '../../app/ground/documents/document.ts'
import type { DoorCase } from './doors.ts'

/** The coordination's desk: 404 for everybody else. Whose rows it shows is for the filters of the nouns to say. */
export const deskDoors: Readonly<Record<string, DoorCase>> = {
  'get /morning': { noun: null, addresses: ['/morning', ...morningLists.map(one => `/morning?list=${one}`)] },
  'get /handover': { noun: null },
  'get /handover/:format': { noun: null, addresses: documentFormats.map(format => `/handover/${format}`) },
}
