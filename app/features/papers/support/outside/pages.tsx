import type { ComponentChildren } from 'preact'
import { Day } from '../../../../ui/dates.tsx'
import type { Shown } from '../../../../ui/doors.tsx'
import { problemText } from '../../../../ui/field.tsx'
import { Form, type FormState, PostButton, Submit, TextInput } from '../../../../ui/forms.tsx'
import type { Frame } from '../../../../ui/frame.ts'
import { Page } from '../../../../ui/page.tsx'
import { Details, Name, Notice, Section } from '../../../../ui/parts.tsx'
import type { CommonShown, SignatureShown } from '../contract.ts'
import { SignatureForm, Signatures, standingTones } from '../parts.tsx'

type PaperToSignProps = {
  readonly data: CommonShown
  readonly form: FormState
  readonly frame: Frame
  readonly children: ComponentChildren
}

/** What is asked of whoever is outside: whose paper it is, how it reads, until when, and who has signed. */
function PaperToSign({ data, form, frame, children }: PaperToSignProps) {
  const { t, networkName } = frame
  const { name, body, wording, signing, all, named, signatures, zone } = data
  // Whoever comes too late finds no form that could say so.
  const [late] = signing.standing === 'open' ? [] : form.problems
  return (
    <Page
      frame={frame}
      title={t('papers.support.sign.title')}
      lead={<Name>{name}</Name>}
      failed={form.problems.length > 0}
      unlisted
    >
      <p>{t('papers.support.sign.who', { body, network: networkName })}</p>
      <p class="letter-text" dir="auto">
        {signing.sentence}
      </p>
      {late && <Notice tone="danger">{problemText(t, late)}</Notice>}
      <Section title={t('papers.wording')} id="wording">
        <p class="letter-text" dir="auto">
          {wording}
        </p>
        <p class="muted small">{t('papers.version', { number: signing.version })}</p>
      </Section>
      <Notice tone={standingTones[signing.standing]} title={t(`papers.support.standing.${signing.standing}`)}>
        {signing.standing !== 'closed' && (
          <>
            {t('papers.support.until')} <Day value={signing.until} form="weekday" />
          </>
        )}
      </Notice>
      {children}
      <Section title={t('papers.support.signatures')} id="signatures" count={all}>
        <p>{t('papers.support.count', { count: all, named })}</p>
        {signatures.length > 0 && <Signatures signatures={signatures} zone={zone} />}
      </Section>
    </Page>
  )
}

/** What somebody outside sees and signs through a personal link. Opening it changes nothing. */
export function SignaturePage({ input, data, form, frame }: Shown<{ secret: string }, SignatureShown>) {
  const { t } = frame
  const { signing, own, withdrawn, zone } = data
  const action = `/links/papers/${input.secret}`
  const open = signing.standing === 'open'
  return (
    <PaperToSign data={data} form={form} frame={frame}>
      {own?.older && (
        <Notice tone="warning" title={t('papers.support.sign.older')}>
          {t('papers.support.sign.older-what', { number: own.version })}
        </Notice>
      )}
      <Section title={t(own ? 'papers.support.sign.yours' : 'papers.support.sign.sign')} id="signature">
        {own && !open && <Signatures signatures={[own]} zone={zone} />}
        {withdrawn && <p>{t('papers.support.sign.withdrawn')}</p>}
        {open && <SignatureForm action={action} version={signing.version} own={own} form={form} />}
        {own && open && (
          <Details summary={t('papers.support.sign.withdraw')}>
            <p>{t('papers.support.sign.withdraw-what')}</p>
            <PostButton action={`${action}/withdrawal`} kind="secondary">
              {t('papers.support.sign.withdraw')}
            </PostButton>
          </Details>
        )}
      </Section>
    </PaperToSign>
  )
}

/** What the address that is passed on shows: whoever wants to sign has a link of his own sent. */
export function CommonPage({ input, data, form, frame }: Shown<{ key: string }, CommonShown>) {
  const { t } = frame
  return (
    <PaperToSign data={data} form={form} frame={frame}>
      {data.signing.standing === 'open' && (
        <Section title={t('papers.support.sign.sign')} id="signature">
          <p>{t('papers.support.common-how')}</p>
          <Form action={`/support/${input.key}`} id="ask" state={form}>
            <TextInput
              name="email"
              type="email"
              label={t('papers.support.email')}
              autocomplete="email"
              maxLength={254}
              required
            />
            <Submit>{t('papers.support.ask')}</Submit>
          </Form>
        </Section>
      )}
    </PaperToSign>
  )
}
