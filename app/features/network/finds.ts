import { mayAct } from '../../access/may.ts'
import type { Viewer } from '../../access/viewer.ts'
import type { Document } from '../../ground/documents/document.ts'
import { direction, languageOf, texts } from '../../texts/texts.ts'
import {
  type KeptFor,
  type Missing,
  missingOf,
  noOperator,
  type Operator,
  type RetentionSource,
  type Settings,
} from './model.ts'
import { selectOperator, selectSettings } from './store.ts'

export type NetworkShown = {
  readonly settings: Settings
  readonly operator: Operator
  readonly missing: readonly Missing[]
}

/** The settings with what the legal pages lack, for those who may change them; null for everybody else. */
export async function findNetwork(viewer: Viewer): Promise<NetworkShown | null> {
  if (!mayAct(viewer, 'network.change')) return null
  const settings = await selectSettings(viewer)
  if (!settings) return null
  const operator = await findOperator(viewer)
  return { settings, operator, missing: missingOf(operator) }
}

/** Who operates the network, told to everybody. Every field is null where nobody entered it yet. */
export const findOperator = async (viewer: Viewer): Promise<Operator> => (await selectOperator(viewer)) ?? noOperator

export type Legal = {
  readonly operator: Operator
  readonly region: string | null
  /** What the page would have to say and can not yet. */
  readonly missing: readonly Missing[]
  readonly kept: readonly KeptFor[]
  readonly mayChange: boolean
}

/** What the legal pages tell. `retention` is asked how long what is kept. */
export const legalOf =
  (retention: RetentionSource) =>
  async (viewer: Viewer): Promise<Legal> => {
    const operator = await findOperator(viewer)
    const settings = await selectSettings(viewer)
    return {
      operator,
      region: settings?.region ?? null,
      missing: missingOf(operator),
      kept: await retention(viewer),
      mayChange: mayAct(viewer, 'operator.change'),
    }
  }

/** What stands on every page of the network's documents, in the viewer's language: who writes, and how to reach them. */
export async function letterOf(viewer: Viewer): Promise<Omit<Document, 'title' | 'blocks'>> {
  const language = languageOf(viewer.language)
  const t = texts(language)
  const { name, street, postalCode, city, email, phone } = await findOperator(viewer)
  const place = [postalCode, city].filter(Boolean).join(' ')
  const lines = [
    name === viewer.network.name ? null : name,
    [street, place].filter(Boolean).join(', '),
    [phone, email].filter(Boolean).join(' · '),
  ].filter(line => line !== null && line !== '')
  return {
    language,
    direction: direction(language),
    letterhead: { name: viewer.network.name, lines: lines as string[] },
    pages: { page: t('documents.page'), of: t('documents.of') },
  }
}
