import { openLink } from '../../../access/link.ts'
import { mayAct } from '../../../access/may.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { Problem } from '../../../ground/problems.ts'
import type { Id, Timestamp } from '../../../ground/schema.ts'
import { originOf } from '../../../ground/settings.ts'
import { papersOf, versionsOf } from '../store.ts'
import type { CommonShown, Signature, SignatureShown, SupportShown } from './contract.ts'
import { standingOf } from './model.ts'
import * as store from './store.ts'

type Row = {
  readonly id: Id
  readonly name: string | null
  readonly affiliation: string | null
  readonly named: boolean
  readonly version: number | null
  readonly signedAt: Timestamp | null
}

/** A signature that stands; nothing of one that was never given or withdrawn. */
function signatureOf({ id, name, affiliation, named, version, signedAt }: Row, shown: number): Signature[] {
  if (name === null || version === null || signedAt === null) return []
  return [{ id, name, affiliation, named, version, older: version < shown, signedAt }]
}

/** Who signs a paper, and what can be done about it. */
export async function findSupport(viewer: Viewer, { id }: { id: Id }): Promise<SupportShown | null> {
  const [paper] = await papersOf(viewer, { id })
  if (!paper) return null
  const { bodyId } = paper
  const signing = await store.latestSigning(viewer, id)
  const { number, wording } = (await versionsOf(viewer, id)).at(-1)!
  const rows = await store.signaturesOf(viewer, id)
  const standing = signing && standingOf(signing, viewer.today)
  const open = mayAct(viewer, 'signing.open', { bodyId })
  return {
    paper: { id, name: paper.name },
    current: { number, wording },
    signing: signing && {
      ...{ until: signing.until, sentence: signing.sentence, version: signing.version, standing: standing! },
    },
    ...(await store.countsOf(viewer, id)),
    signatures: rows.flatMap(row => signatureOf(row, signing?.version ?? number)),
    waiting: open
      ? rows
          .filter(({ signedAt, askedBy }) => signedAt === null && askedBy !== null)
          .map(({ id: of, address, begunAt, withdrawnAt }) => ({
            ...{ id: of, address, askedAt: begunAt, withdrawn: withdrawnAt !== null },
          }))
      : null,
    common: signing?.commonKey ? `${originOf(viewer.ground)}/support/${signing.commonKey}` : null,
    languages: viewer.network.languages,
    today: viewer.today,
    zone: viewer.network.timeZone,
    can: {
      open,
      invite: standing === 'open' && mayAct(viewer, 'signing.invite', { bodyId }),
      close: standing === 'open' && mayAct(viewer, 'signing.close', { bodyId }),
    },
  }
}

/** What a personal link shows whoever is asked to sign. Throws `link-expired` and `link-revoked`. */
export async function findSignature(viewer: Viewer, { secret }: { secret: string }): Promise<SignatureShown | null> {
  const link = await openLink(viewer, secret, 'paper.sign')
  if (!link.ok) {
    if (link.code === 'not-found') return null
    throw new Problem(link.code)
  }
  const row = await store.behindLink(viewer, link.value)
  if (!row) return null
  return {
    ...(await told(viewer, row)),
    own: signatureOf(row, row.shown)[0] ?? null,
    withdrawn: row.withdrawnAt !== null,
  }
}

type Behind = Omit<NonNullable<Awaited<ReturnType<typeof store.behindAddress>>>, 'signingId'>

/** What everybody who is asked may read. */
async function told(viewer: Viewer, row: Behind): Promise<CommonShown> {
  const { paperName: name, bodyName: body, wording, until, sentence, shown } = row
  return {
    ...{ name, body, wording },
    signing: { until, sentence, version: shown, standing: standingOf(row, viewer.today) },
    ...(await store.countsOf(viewer, row.paperId)),
    signatures: (await store.namedOn(viewer, row.paperId)).flatMap(one => signatureOf(one, shown)),
    zone: viewer.network.timeZone,
  }
}

/** What the address that is passed on shows everybody. */
export async function findCommon(viewer: Viewer, { key }: { key: string }): Promise<CommonShown | null> {
  const row = await store.behindAddress(viewer, key)
  return row && told(viewer, row)
}
