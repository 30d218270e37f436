import type { Day } from '../schema.ts'

/** Of a task in minutes, as it was confirmed: who was named, by commas, and by when. Optional to write; read, all are there. */
export type TaskTerms = { owners?: string | null; due_on?: Day | null; due_words?: string | null }
