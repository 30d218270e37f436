import type { Asker } from '../../access/act.ts'
import type { Viewer } from '../../access/viewer.ts'
import { type Door, file, show, submit } from '../../ui/doors.tsx'
import * as acts from './acts.ts'
import * as contract from './contract.ts'
import { letterFile } from './documents.ts'
import { findLetter, findLetters, findNewLetter } from './finds.ts'
import { LetterNewPage, LetterPage, LettersPage } from './pages.tsx'

/** Letters of bodies: drafted, looked at, sent by post or mail. */
export function letterDoors(): Door<Asker, Viewer>[] {
  const output = contract.LetterWritten
  const form = show({
    path: '/letters/new',
    input: contract.LetterNewInput,
    output: contract.LetterNewShown,
    find: findNewLetter,
    page: LetterNewPage,
  })
  const letter = show({
    path: '/letters/:id',
    input: contract.LetterInput,
    output: contract.LetterShown,
    find: findLetter,
    page: LetterPage,
  })
  const next =
    (notice: string) =>
    ({ id }: { id: string }) => ({ to: `/letters/${id}`, notice })
  return [
    show({
      path: '/letters',
      input: contract.LetterListInput,
      output: contract.LetterList,
      find: findLetters,
      page: LettersPage,
    }),
    form,
    submit({
      ...{ path: '/letters', input: contract.LetterWrite, output },
      ...{ act: acts.writeLetter, next: next('letter.write'), again: form },
    }),
    letter,
    file({ path: '/letters/:id/:format', input: contract.LetterFileInput, find: letterFile }),
    submit({
      ...{ path: '/letters/:id', input: contract.LetterRevise, output },
      ...{ act: acts.reviseLetter, next: next('letter.revise'), again: letter },
    }),
    submit({
      ...{ path: '/letters/:id/sending', input: contract.LetterSend, output },
      ...{ act: acts.sendLetter, next: next('letter.send'), again: letter },
    }),
    submit({
      ...{ path: '/letters/:id/discarding', input: contract.LetterDiscard, output },
      ...{ act: acts.discardLetter, next: () => ({ to: '/letters', notice: 'letter.discard' }), again: letter },
    }),
  ]
}
