import { Temporal } from 'temporal-polyfill'
import type { Asker } from '../app/access/act.ts'
import { asViewer, type Identity, type NetworkAtDoor } from '../app/access/viewer.ts'
import { networkAt } from '../app/features/account/finds.ts'
import { foundedOn, insertFirstNetwork, personWithEmail } from '../app/features/account/store.ts'
import { openCommitmentsOf } from '../app/features/commitments/finds.ts'
import { listBodies } from '../app/features/directory/finds.ts'
import { confirmReading } from '../app/features/minutes/acts.ts'
import { beginReading, changeHead } from '../app/features/minutes/reading/acts.ts'
import { findReview, readingOfSame } from '../app/features/minutes/reading/store.ts'
import { changeOperator } from '../app/features/network/acts.ts'
import { findOperator } from '../app/features/network/finds.ts'
import { type Clock, steadyClock } from '../app/ground/clock.ts'
import { convertText } from '../app/ground/converters/convert.ts'
import type { Ground } from '../app/ground/ground.ts'
import { newId } from '../app/ground/ids.ts'
import { Problem } from '../app/ground/problems.ts'
import type { Day, Id } from '../app/ground/schema.ts'
import { reactions } from '../app/server.ts'
import { recordAccount } from './account.ts'
import { kept } from './kept.ts'
import { operator, personas, recordNetwork } from './network.ts'
import { recordPapers } from './papers.ts'
import { minutesText } from './texts.ts'

export type Demo = { readonly network: NetworkAtDoor; readonly coordinator: string }

/** Minutes that the demo has read and confirmed, oldest first, and how many days ago their meetings were. */
const told = [
  { text: 'strategy', daysAgo: 63, body: 'AG Strategie', audience: 'body', withoutAdministration: true },
  {
    text: 'board1',
    daysAgo: 36,
    body: 'Vorstand des Runden Tisches Ankommen',
    audience: 'board',
    withoutAdministration: false,
  },
  { text: 'plenary', daysAgo: 15, body: 'Offene Runde', audience: 'network', withoutAdministration: false },
] as const
/** Minutes that lie on the desk, read and waiting for a person. */
const waiting = { text: 'board2', daysAgo: 1 } as const

/**
 * Opens the invented network: built by the product's own acts, on days counted back from the day it was founded. A
 * start that was cut short goes on where it stopped, because a text that has been read is known. Null where another
 * network lives here.
 */
export async function openDemo(ground: Ground): Promise<Demo | null> {
  const there = await networkAt(ground, 'localhost')
  if (there && !there.demo) return null
  const network = there ?? (await foundNetwork(ground))
  const asCoordinator = await coordinatorOf(ground, network)
  const day = (daysAgo: number): Day =>
    Temporal.PlainDate.from(asCoordinator.founded).subtract({ days: daysAgo }).toString()
  const desk = minutesText(waiting.text, day(waiting.daysAgo))
  await describe(asCoordinator.asker)
  await recordPapers(asCoordinator.asker, asCoordinator.founded)
  if ((await readingOf(asCoordinator.asker, desk)) === null) {
    for (const one of told)
      await tell(asCoordinator.asker, minutesText(one.text, day(one.daysAgo)), day(one.daysAgo - 1), one)
    kept(await beginReading(openCommitmentsOf)(asCoordinator.asker, { pasted: desk }))
  }
  await recordAccount(asCoordinator.asker, asCoordinator.founded)
  return { network, coordinator: personas.coordinator.email }
}

async function describe(asker: Asker): Promise<void> {
  const { revision } = await asViewer(asker.ground, asker.identity, 'read', findOperator)
  if (revision === 0) kept(await changeOperator(asker, { ...operator, revision }))
}

async function foundNetwork(ground: Ground): Promise<NetworkAtDoor> {
  const network: NetworkAtDoor = {
    id: newId(ground.clock),
    name: 'Runder Tisch Ankommen in Auenfurt',
    timeZone: 'Europe/Berlin',
    languages: ['de', 'en', 'ar'],
    demo: true,
  }
  const identity: Identity = { network, language: 'de', as: { kind: 'system', name: 'demo' } }
  await asViewer(ground, identity, 'write', async viewer => {
    await insertFirstNetwork(viewer, { name: network.name, region: 'DE-SN', languages: [...network.languages] })
    await recordNetwork(viewer, Temporal.PlainDate.from(viewer.today).subtract({ years: 2 }).toString())
  })
  return network
}

async function coordinatorOf(ground: Ground, network: NetworkAtDoor) {
  const system: Identity = { network, language: 'de', as: { kind: 'system', name: 'demo' } }
  const { personId, founded } = await asViewer(ground, system, 'read', async viewer => ({
    personId: (await personWithEmail(viewer, personas.coordinator.email))?.id,
    founded: await foundedOn(viewer),
  }))
  if (!personId) throw new Problem('person-unknown')
  const identity: Identity = { network, language: 'de', as: { kind: 'person', personId } }
  return { founded, asker: { ground, identity, reactions } satisfies Asker }
}

const readingOf = async ({ ground, identity }: Asker, text: string): Promise<Id | null> => {
  const { sha256 } = kept(await convertText(text))
  return asViewer(ground, identity, 'read', viewer => readingOfSame(viewer, sha256))
}

/** Reads minutes, sets their body, accepts what was read and confirms it, on the day after the meeting. */
async function tell(
  now: Asker,
  text: string,
  on: Day,
  { body, audience, withoutAdministration }: (typeof told)[number],
) {
  const asker: Asker = { ...now, ground: { ...now.ground, clock: clockOn(on) } }
  const id = (await readingOf(asker, text)) ?? kept(await beginReading(openCommitmentsOf)(asker, { pasted: text })).id
  const { review, bodyId } = await asViewer(asker.ground, asker.identity, 'read', async viewer => ({
    review: await findReview(viewer, id),
    bodyId: (await listBodies(viewer)).find(({ name }) => name === body)?.id ?? null,
  }))
  if (review?.state !== 'open') return
  const { title, date, start, end, place, chair, minuteTaker } = review.head
  const { revision } = kept(
    await changeHead(openCommitmentsOf)(asker, {
      ...{ id, revision: review.revision, bodyId, body, audience, withoutAdministration },
      ...{ title, date, start: start || null, end: end || null, place, chair, minuteTaker },
    }),
  )
  kept(await confirmReading(openCommitmentsOf)(asker, { id, revision, undecided: 'accept' }))
}

/** Six in the evening, when the minutes of yesterday's meeting are read in. */
const clockOn = (day: Day): Clock => steadyClock(`${day}T17:00:00Z`)
