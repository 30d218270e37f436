import { answerSources } from '../../../ground/schema.ts'
import { type Answer, answers, type Owner } from '../model.ts'

export { answerSources }
export type AnswerSource = (typeof answerSources)[number]

export const LONGEST_NAME = 200

/** Who answers demands: somebody outside, an office or an organisation. A member reports instead. */
export const mayBeAnswered = ({ kind }: Pick<Owner, 'kind'>): boolean =>
  kind === 'outside' || kind === 'office' || kind === 'organization'

/** What opens a commitment of theirs. */
export const isPromise = (answer: Answer): boolean => answer === 'promised' || answer === 'partly'
/** What holds no words of theirs: nothing came. */
export const isSilence = (answer: Answer): boolean => answer === 'silent'
/** Who says no says why. */
export const needsReason = (answer: Answer): boolean => answer === 'refused'

/** Nobody says of himself that he was silent. */
export const answersByLink = answers.filter(answer => !isSilence(answer))
