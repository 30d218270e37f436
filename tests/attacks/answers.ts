import { link, outside, type Place } from './records.ts'

const texts = {
  sentence: 'commitment_event.sentence',
  speaker: 'commitment_event.speaker',
  speakerOffice: 'commitment_event.speaker_office',
  promise: 'commitment.wording',
  untilWords: 'commitment.due_words',
} as const

/** Words of answers. To whom somebody was sent is kept of no other answer than that. */
export const answerPlaces: Readonly<Record<string, Place>> = {
  '/commitments/:id/answers': {
    at: async world => `/commitments/${await outside(world)}/answers`,
    fields: async () => ({ answer: 'promised', givenOn: '2026-01-10', source: 'letter', promise: 'Ja.' }),
    texts: { ...texts, sourceWords: 'commitment_event.source_words' },
    shown: [],
  },
  '/links/:secret/answers': {
    at: async world => `${await link(world)}/answers`,
    fields: async () => ({ answer: 'promised', promise: 'Ja.' }),
    texts,
    shown: [],
  },
}
export const answersNotKept: Readonly<Record<string, string>> = {
  '/commitments/:id/answers redirectedTo': 'kept where somebody was sent elsewhere: features/commitments/answer',
  '/links/:secret/answers redirectedTo': 'kept where somebody was sent elsewhere: features/commitments/answer',
}
