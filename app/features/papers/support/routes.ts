import type { Viewer } from '../../../access/viewer.ts'
import { type Door, show, submit } from '../../../ui/doors.tsx'
import type { AskerAtDoor } from '../../account/model.ts'
import * as acts from './acts.ts'
import * as contract from './contract.ts'
import { findCommon, findSignature, findSupport } from './finds.ts'
import { CommonPage, SignaturePage } from './outside/pages.tsx'
import { SupportPage } from './pages.tsx'

/** Opening papers for signing, and what people outside see and sign by personal link. */
export function supportDoors(): Door<AskerAtDoor, Viewer>[] {
  const support = show({
    path: '/papers/:id/support',
    input: contract.SupportInput,
    output: contract.SupportShown,
    find: findSupport,
    page: SupportPage,
  })
  const signature = show({
    path: '/links/papers/:secret',
    input: contract.SignatureInput,
    output: contract.SignatureShown,
    find: findSignature,
    page: SignaturePage,
  })
  const common = show({
    path: '/support/:key',
    input: contract.CommonInput,
    output: contract.CommonShown,
    find: findCommon,
    page: CommonPage,
  })
  const next =
    (notice: string) =>
    ({ id }: { id: string }) => ({ to: `/papers/${id}/support`, notice })
  const linked =
    (notice: string) =>
    (_value: object, { secret }: { secret: string }) => ({ to: `/links/papers/${secret}`, notice })
  const output = contract.SigningWritten
  return [
    support,
    submit({
      ...{ path: '/papers/:id/support', input: contract.SigningOpen, output },
      ...{ act: acts.openSigning, next: next('signing.open'), again: support },
    }),
    submit({
      ...{ path: '/papers/:id/support/close', input: contract.SupportInput, output },
      ...{ act: acts.closeSigning, next: next('signing.close'), again: support },
    }),
    submit({
      ...{ path: '/papers/:id/support/invitations', input: contract.SigningInvite, output: contract.Invited },
      ...{ act: acts.inviteSupporters, next: next('signing.invite'), again: support },
    }),
    common,
    submit({
      ...{ path: '/support/:key', input: contract.SignatureAsk, output: contract.SignatureAsked },
      ...{ act: acts.askForSignature, again: common },
      next: (_value, { key }) => ({ to: `/support/${key}`, notice: 'signature.askByAddress' }),
    }),
    signature,
    submit({
      ...{ path: '/links/papers/:secret', input: contract.SignatureGive, output: contract.SignatureWritten },
      ...{ act: acts.signByLink, next: linked('signature.giveByLink'), again: signature },
    }),
    submit({
      ...{
        path: '/links/papers/:secret/withdrawal',
        input: contract.SignatureInput,
        output: contract.SignatureWritten,
      },
      ...{ act: acts.withdrawByLink, next: linked('signature.withdrawByLink'), again: signature },
    }),
  ]
}
