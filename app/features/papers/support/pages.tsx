import { isLanguage, ownNames } from '../../../texts/texts.ts'
import { Day, Moment } from '../../../ui/dates.tsx'
import type { Shown } from '../../../ui/doors.tsx'
import { Checkbox, DateInput, Form, HiddenInput, PostButton, Select, Submit, TextArea } from '../../../ui/forms.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import { Page } from '../../../ui/page.tsx'
import { Badge, DefinitionList, Details, Name, Notice, Section } from '../../../ui/parts.tsx'
import { Table } from '../../../ui/table.tsx'
import type { SupportShown } from './contract.ts'
import { LONGEST_ADDRESSES, LONGEST_SENTENCE, MOST_ADDRESSES } from './model.ts'
import { Signatures, standingTones } from './parts.tsx'

/** Who signs a paper: the forms of those who lead its body, the count, and the names that the reader may know. */
export function SupportPage({ data, form, frame }: Shown<unknown, SupportShown>) {
  const { t } = frame
  const { paper, signing, current, all, named, signatures, waiting, common, zone, can } = data
  const of = (field: string) => (field in form.values ? form : null)
  return (
    <Page
      frame={frame}
      title={t('papers.support.title')}
      lead={<Name>{paper.name}</Name>}
      breadcrumbs={[
        { href: '/papers', label: t('papers.title') },
        { href: `/papers/${paper.id}`, label: paper.name },
      ]}
      failed={form.problems.length > 0}
    >
      <p>{t('papers.support.count', { count: all, named })}</p>
      {signing ? (
        <DefinitionList
          items={[
            {
              term: t('papers.support.standing'),
              value: (
                <Badge tone={standingTones[signing.standing]}>{t(`papers.support.standing.${signing.standing}`)}</Badge>
              ),
            },
            { term: t('papers.support.until'), value: <Day value={signing.until} form="weekday" /> },
            { term: t('papers.support.sentence'), value: <Name>{signing.sentence}</Name> },
            { term: t('papers.version-number'), value: String(signing.version) },
          ]}
        />
      ) : (
        <p class="muted">{t('papers.support.never')}</p>
      )}
      {signing && signing.version < current.number && (
        <Notice tone="warning" title={t('papers.support.newer', { number: current.number })}>
          {can.open && t('papers.support.newer-how')}
        </Notice>
      )}
      {can.invite && (
        <Section title={t('papers.support.invite')} id="invite">
          <InviteForm data={data} form={of('addresses')} />
          {common && (
            <p>
              {t('papers.support.pass-on')} <a href={common}>{common}</a>
            </p>
          )}
        </Section>
      )}
      <Section title={t('papers.support.signatures')} id="signatures" count={signatures.length}>
        <Signatures signatures={signatures} zone={zone} />
      </Section>
      {waiting && waiting.length > 0 && (
        <Section title={t('papers.support.waiting')} id="waiting" count={waiting.length}>
          <Table
            caption={t('papers.support.waiting')}
            captionHidden
            rows={waiting}
            columns={[
              {
                label: t('papers.support.address'),
                cell: ({ address }) => (address ? <bdi>{address}</bdi> : t('papers.support.address-hidden')),
              },
              {
                label: t('papers.support.asked'),
                cell: ({ askedAt }) => <Moment value={askedAt} zone={zone} form="short" />,
              },
              {
                label: t('papers.support.standing'),
                cell: ({ withdrawn }) => t(withdrawn ? 'papers.support.withdrawn' : 'papers.support.not-yet'),
              },
            ]}
          />
        </Section>
      )}
      {can.open && (
        <Details
          summary={t(signing ? `papers.support.again.${signing.standing}` : 'papers.support.open')}
          open={!signing || of('untilDay') !== null}
        >
          <OpenForm data={data} form={of('untilDay')} />
        </Details>
      )}
      {can.close && (
        <Details summary={t('papers.support.close')}>
          <p>{t('papers.support.close-what')}</p>
          <PostButton action={`/papers/${paper.id}/support/close`} kind="secondary">
            {t('papers.support.close')}
          </PostButton>
        </Details>
      )}
    </Page>
  )
}

type FormProps = { data: SupportShown; form: Parameters<typeof Form>[0]['state'] }

function OpenForm({ data: { paper, current, signing, common, today }, form = null }: FormProps) {
  const { t } = useLanguage()
  return (
    <Form action={`/papers/${paper.id}/support`} id="open" state={form}>
      <p>{t('papers.support.open-what')}</p>
      <blockquote>
        <p class="letter-text" dir="auto">
          {current.wording}
        </p>
        <p class="muted small">{t('papers.version', { number: current.number })}</p>
      </blockquote>
      <HiddenInput name="version" value={String(current.number)} />
      <DateInput
        name="untilDay"
        label={t('papers.support.until')}
        value={signing && signing.until >= today ? signing.until : ''}
        min={today}
        required
      />
      <TextArea
        name="sentence"
        label={t('papers.support.sentence')}
        hint={t('papers.support.sentence-hint')}
        value={signing?.sentence ?? ''}
        maxLength={LONGEST_SENTENCE}
        rows={3}
        required
      />
      <Checkbox
        name="common"
        label={t('papers.support.common')}
        hint={t('papers.support.common-hint')}
        checked={common !== null}
      />
      <Submit kind={signing ? 'secondary' : 'primary'}>{t('papers.support.open')}</Submit>
    </Form>
  )
}

function InviteForm({ data: { paper, languages }, form = null }: FormProps) {
  const { t } = useLanguage()
  return (
    <Form action={`/papers/${paper.id}/support/invitations`} id="addresses" state={form}>
      <TextArea
        name="addresses"
        label={t('papers.support.addresses')}
        hint={t('papers.support.addresses-hint', { most: MOST_ADDRESSES })}
        maxLength={LONGEST_ADDRESSES}
        rows={4}
        required
      />
      <Select
        name="language"
        label={t('commitments.ask.language')}
        value={languages[0] ?? 'de'}
        choices={languages.map(value => ({ value, label: isLanguage(value) ? ownNames[value] : value }))}
        unmarked
      />
      <Submit>{t('papers.support.send')}</Submit>
    </Form>
  )
}
