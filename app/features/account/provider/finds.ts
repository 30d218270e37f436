import type { Viewer } from '../../../access/viewer.ts'
import { Problem } from '../../../ground/problems.ts'
import type { ProviderAnswer } from './contract.ts'
import { type ProviderQuestion, providerOf } from './model.ts'
import { addressFor } from './store.ts'

/** The page that leads to the provider; null where there is none. Problem `provider-unreachable`. */
export async function findWay(
  { ground }: Viewer,
  question: ProviderQuestion,
): Promise<{ name: string; address: string } | null> {
  const provider = providerOf(ground.settings)
  if (!provider) return null
  try {
    return { name: provider.name, address: await addressFor(ground, provider, question) }
  } catch (error) {
    throw new Problem('provider-unreachable', { values: { name: provider.name } }, error)
  }
}

/** Back from the provider: what the button will send. Changes nothing. */
export async function findAnswer(
  { ground }: Viewer,
  answer: ProviderAnswer,
): Promise<{ name: string; given: boolean } | null> {
  const provider = providerOf(ground.settings)
  return provider && { name: provider.name, given: answer.code !== undefined && answer.error === undefined }
}
