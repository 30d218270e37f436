import { audiences } from '../../../ground/schema.ts'
import type { Shown } from '../../../ui/doors.tsx'
import { ButtonLink, Buttons, Form, PostButton, Submit } from '../../../ui/forms.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import { Page } from '../../../ui/page.tsx'
import { Name, Notice, Section } from '../../../ui/parts.tsx'
import { ReplacedTerms } from '../../directory/term/parts.tsx'
import { ItemForm } from '../agenda/pages.tsx'
import type { AgendaItemFormShown, MeetingReadersShown } from '../contract.ts'
import { meetingCrumbs } from '../parts.tsx'
import { AudienceFields, Wider } from './parts.tsx'

/** Who sees a meeting and each of its items today, by name. */
export function MeetingReadersPage({ data, frame }: Shown<unknown, MeetingReadersShown>) {
  const { t } = frame
  const { meeting, whole, items } = data
  return (
    <Page
      frame={frame}
      title={t('meetings.readers.title')}
      lead={t('meetings.readers.lead')}
      breadcrumbs={meetingCrumbs(t, meeting)}
    >
      <Section title={t('meetings.readers.whole')}>
        <ReadersWords readers={whole} />
      </Section>
      {items.length > 0 && (
        <Section title={t('meetings.agenda')}>
          <ol class="lines">
            {items.map(item => (
              <li>
                <h3>
                  {item.number && <span class="count">{item.number} </span>}
                  <Name>{item.title}</Name>
                </h3>
                {sameReaders(item, whole) ? (
                  <p class="muted">{t('meetings.readers.same')}</p>
                ) : (
                  <ReadersWords readers={item} />
                )}
                <p class="small">
                  <a href={`/agenda/${item.id}/change`}>
                    {t('meetings.item.change')}
                    <span class="kern-sr-only">: {item.title}</span>
                  </a>
                </p>
              </li>
            ))}
          </ol>
        </Section>
      )}
    </Page>
  )
}

type Readers = MeetingReadersShown['whole']

const sameReaders = (a: Readers, b: Readers): boolean =>
  a.everybody === b.everybody && a.people.map(({ id }) => id).join() === b.people.map(({ id }) => id).join()

function ReadersWords({ readers: { people, everybody } }: { readers: Readers }) {
  const { t } = useLanguage()
  if (everybody) return <p>{t('meetings.readers.everybody')}</p>
  if (people.length === 0) return <p>{t('meetings.readers.nobody')}</p>
  return (
    <>
      <p class="muted">{t('meetings.readers.count', { count: people.length })}</p>
      <ul>
        {people.map(({ id, name }) => (
          <li>
            <a href={`/people/${id}`}>
              <Name>{name}</Name>
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}

/** What one item says, how long it takes, and for whom it is. */
export function AgendaItemChangePage({ data, form, frame }: Shown<unknown, AgendaItemFormShown>) {
  const { t } = frame
  const { item, meeting, people, coming } = data
  const revised = 'title' in form.values
  return (
    <Page
      frame={frame}
      title={t('meetings.item.heading')}
      lead={<Name>{item.title}</Name>}
      breadcrumbs={[
        ...meetingCrumbs(t, meeting),
        ...(coming ? [{ href: `/meetings/${meeting.id}/agenda`, label: t('meetings.agenda') }] : []),
      ]}
      failed={form.problems.length > 0}
    >
      {revised && !coming && <Notice tone="danger" title={t('problem.meeting-held')} />}
      {coming && (
        <Section title={t('meetings.item.what')}>
          <ReplacedTerms found={data.replacedTerms} />
          <ItemForm item={item} t={t} form={revised ? form : null} />
          {item.kind === 'plain' && (
            <PostButton action={`/agenda/${item.id}/removal`} kind="danger">
              {t('meetings.agenda.remove', { title: item.title })}
            </PostButton>
          )}
        </Section>
      )}
      <h2>{t('meetings.item.title')}</h2>
      <Form action={`/agenda/${item.id}`} state={revised ? null : form}>
        <AudienceFields t={t} {...item} people={people} choices={audiences} item />
        <Wider form={form} />
        <Buttons>
          <Submit>{t('ui.save')}</Submit>
          <ButtonLink href={`/meetings/${meeting.id}/readers`} kind="quiet">
            {t('meetings.readers.title')}
          </ButtonLink>
        </Buttons>
      </Form>
    </Page>
  )
}
