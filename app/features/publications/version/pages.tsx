import { documentFormats } from '../../../ground/documents/document.ts'
import type { Texts } from '../../../texts/texts.ts'
import { Day, dayText, Moment } from '../../../ui/dates.tsx'
import type { Shown } from '../../../ui/doors.tsx'
import { Downloads } from '../../../ui/downloads.tsx'
import { problemText } from '../../../ui/field.tsx'
import {
  Button,
  ButtonLink,
  Buttons,
  Checkbox,
  Form,
  HiddenInput,
  PostButton,
  Submit,
  TextArea,
} from '../../../ui/forms.tsx'
import type { Frame } from '../../../ui/frame.ts'
import { Page } from '../../../ui/page.tsx'
import { Badge, Details, EmptyState, Name, Notice, Section } from '../../../ui/parts.tsx'
import { ReplacedTerms } from '../../directory/term/parts.tsx'
import { LONGEST_WORDING } from '../model.ts'
import type { PreparingShown, VersionShown } from './contract.ts'
import { attendanceText } from './documents.ts'
import { LONGEST_PASSAGE } from './model.ts'
import { PublicLine, PublicText } from './parts.tsx'

/** Minutes as everybody reads them. */
export function VersionPage({ data, frame }: Shown<unknown, VersionShown>) {
  const { t, languages, language } = frame
  const { id, wording, approvedAt, approvedOn, content, zone } = data
  const lang = languages[0] ?? 'de'
  return (
    <Page
      frame={frame}
      title={wording}
      heading={
        <span lang={lang} dir="auto">
          {wording}
        </span>
      }
      lead={
        <>
          {approvedOn ? (
            <Badge tone="success">
              {t('publications.version.approved-on', { day: dayText(language, approvedOn, 'long') })}
            </Badge>
          ) : (
            <Badge tone="warning">{t('publications.version.draft')}</Badge>
          )}{' '}
          {t('publications.version.published')} <Moment value={approvedAt} zone={zone} form="short" />
        </>
      }
      breadcrumbs={[{ href: '/public', label: t('publications.public.title') }]}
    >
      <p class="muted">{t(approvedOn ? 'publications.version.what' : 'publications.version.what-draft')}</p>
      <Downloads at={`/public/minutes/${id}/document`} formats={documentFormats} about={wording} />
      <PublicText content={content} lang={lang} />
    </Page>
  )
}

/** What stands inside beside what everybody would read, passage by passage, and at the end the yes. */
export function PreparingPage({ data, form, frame }: Shown<unknown, PreparingShown>) {
  const { t } = frame
  const { minutes, closed, passages, undecided, standing, zone } = data
  const failing = form.problems.length > 0
  // Where the form is gone, what it was refused for is told all the same.
  const late = closed || (undecided > 0 && !form.values.at) ? form.problems[0] : undefined
  return (
    <Page
      frame={frame}
      title={t('publications.version.of', { meeting: minutes.name })}
      heading={t('publications.version.title')}
      lead={
        <>
          <Name>{minutes.name}</Name>
          {minutes.day && (
            <>
              {' · '}
              <Day value={minutes.day} form="weekday" />
            </>
          )}
        </>
      }
      breadcrumbs={[{ href: `/minutes/${minutes.id}`, label: t('minutes.reading.title') }]}
      failed={failing}
      wide
      unlisted
    >
      <p>{t('publications.version.how')}</p>
      {standing && (
        <Notice tone="info" title={t('publications.version.stands')}>
          <Moment value={standing.approvedAt} zone={zone} form="short" />{' '}
          <a href={`/public/minutes/${standing.publicationId}`}>{t('publications.version.open')}</a>{' '}
          <PostButton action={`/publications/${standing.publicationId}/withdrawal`} kind="danger" small>
            {t('publications.withdraw')}
          </PostButton>
        </Notice>
      )}
      {late && <Notice tone="danger">{problemText(t, late)}</Notice>}
      {closed && <Notice tone="warning" title={t(`publications.version.closed.${closed}`)} />}
      {!closed && undecided > 0 && <Undecided data={data} t={t} />}
      {data.corrections.length > 0 && (
        <Notice tone="warning" title={t('publications.version.corrections')}>
          <ul>
            {data.corrections.map(wording => (
              <li dir="auto">{wording}</li>
            ))}
          </ul>
        </Notice>
      )}
      <ReplacedTerms found={data.replacedTerms} />
      {!closed && <There data={data} t={t} />}
      {!closed && (
        <Section title={t('publications.version.passages')} id="passages" count={passages.length}>
          {passages.length === 0 && <EmptyState icon="file" title={t('publications.version.none')} />}
          <div class="pairs">
            <div class="pair pair-head" aria-hidden="true">
              <strong>{t('publications.version.inside')}</strong>
              <strong>{t('publications.version.outside')}</strong>
            </div>
            {passages.map(passage => (
              <Pair passage={passage} id={minutes.id} form={form} frame={frame} />
            ))}
          </div>
        </Section>
      )}
      {!closed && passages.length > 0 && <Publish data={data} form={form} t={t} />}
    </Page>
  )
}

/** What has to be looked at, each leading to its place. */
function Undecided({ data, t }: { data: PreparingShown; t: Texts }) {
  const open = data.passages.filter(({ doubts, decided, reason }) => reason === null && doubts.length > 0 && !decided)
  return (
    <Notice tone="warning" title={t('publications.version.undecided', { count: data.undecided })}>
      <ul>
        {open.map(({ at, inside, doubts }) => (
          <li>
            <a href={`#${at}`}>
              <Name>{inside.length > 80 ? `${inside.slice(0, 80)} …` : inside}</Name>
            </a>{' '}
            {doubts.map(doubt => t(`publications.version.doubt.${doubt}`)).join(' ')}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function There({ data, t }: { data: PreparingShown; t: Texts }) {
  return (
    <Section title={t('meetings.attendance')} id="attendance">
      <div class="pair">
        <div>
          <span class="pair-side">{t('publications.version.inside')}</span>
          <p>{data.present.length > 0 ? <Name>{data.present.join(', ')}</Name> : '–'}</p>
        </div>
        <div>
          <span class="pair-side">{t('publications.version.outside')}</span>
          <p>{attendanceText(data.content.attendance, t) ?? '–'}</p>
          <p class="muted small">{t('publications.version.attendance-why')}</p>
        </div>
      </div>
    </Section>
  )
}

type PairProps = {
  readonly passage: PreparingShown['passages'][number]
  readonly id: string
  readonly form: Shown<unknown, unknown>['form']
  readonly frame: Frame
}

function Pair({ passage, id, form, frame }: PairProps) {
  const { t } = frame
  const { at, kind, inside, outside, number, reason, marks, doubts, doubtful, decided } = passage
  const isItem = kind === 'item'
  const may = reason === null || reason === 'removed'
  return (
    <article class={isItem ? 'pair pair-item' : 'pair'} id={at} aria-label={inside.slice(0, 80)}>
      <div>
        <span class="pair-side">{t('publications.version.inside')}</span>
        {!isItem && <p class="small muted">{t(`entry.kind.${kind}`)}</p>}
        <p class="item-text" dir="auto">
          {inside}
        </p>
      </div>
      <div>
        <span class="pair-side">{t('publications.version.outside')}</span>
        {reason && (
          <p>
            <Badge tone="neutral">{t('publications.version.out')}</Badge> {t(`publications.version.reason.${reason}`)}
          </p>
        )}
        {outside !== null &&
          (passage.entry ? (
            <PublicLine entry={passage.entry} lang={frame.languages[0] ?? 'de'} />
          ) : (
            <p class="item-text" dir="auto">
              {number} {outside}
            </p>
          ))}
        {marks.length > 0 && (
          <p class="small">
            {t('publications.version.taken-out')}{' '}
            {marks.map(({ kind: what, written }, index) => (
              <>
                {index > 0 && ', '}
                {t(`publications.version.mark.${what}`)} „<Name>{written}</Name>“
              </>
            ))}
          </p>
        )}
        {reason === null &&
          doubts.map(doubt => (
            <p class="small">
              <Badge tone={decided ? 'neutral' : 'warning'}>{t(`publications.version.doubt-word.${doubt}`)}</Badge>{' '}
              {t(`publications.version.doubt.${doubt}`)}
              {doubt === 'name' && (
                <>
                  {' '}
                  <Name>{doubtful.join(', ')}</Name>
                </>
              )}
            </p>
          ))}
        {decided && reason === null && <Badge tone="success">{t('publications.version.looked-at')}</Badge>}
        {may && <Decide passage={passage} id={id} form={form} t={t} open={doubts.length > 0 && !decided} />}
      </div>
    </article>
  )
}

type DecideProps = Omit<PairProps, 'frame'> & { readonly t: Texts; readonly open: boolean }

/** Keeps the passage in these words, or leaves it out. */
function Decide({ passage, id, form, t, open }: DecideProps) {
  const { at, inside, outside } = passage
  const about = inside.slice(0, 80)
  const mine = form.values.at === at
  return (
    <Details summary={t('publications.version.decide')} open={open || (mine && form.problems.length > 0)}>
      <Form action={`/minutes/${id}/public/passages`} id={`form-${at}`} state={mine ? form : null}>
        <HiddenInput name="at" value={at} />
        <TextArea
          name="wording"
          label={t('publications.version.wording')}
          hint={t('publications.version.wording-hint')}
          value={outside ?? inside}
          maxLength={LONGEST_PASSAGE}
          rows={3}
          unmarked
        />
        <Buttons>
          <Button kind="secondary" name="choice" value="keep" small about={about}>
            {t('publications.version.keep')}
          </Button>
          <Button kind="quiet" name="choice" value="remove" small about={about}>
            {t('publications.version.remove')}
          </Button>
        </Buttons>
      </Form>
    </Details>
  )
}

function Publish({ data, form, t }: { data: PreparingShown; form: Shown<unknown, unknown>['form']; t: Texts }) {
  const { minutes, undecided, seen, proposal } = data
  return (
    <Section title={t('publications.approve.title')} id="publish">
      {undecided > 0 ? (
        <>
          <p>{t('publications.version.first', { count: undecided })}</p>
          <ButtonLink href="#main" kind="secondary">
            {t('publications.version.to-undecided')}
          </ButtonLink>
        </>
      ) : (
        <Form action={`/minutes/${minutes.id}/public`} id="publish-form" state={form.values.at ? null : form}>
          <HiddenInput name="seen" value={seen} />
          <TextArea
            name="wording"
            label={t('publications.version.name')}
            hint={t('publications.version.name-hint')}
            value={proposal}
            maxLength={LONGEST_WORDING}
            rows={2}
            required
          />
          {minutes.approvedOn === null && (
            <>
              <Notice tone="warning" title={t('publications.version.unapproved')} />
              <Checkbox name="draft" label={t('publications.version.as-draft', { meeting: minutes.name })} />
            </>
          )}
          <Checkbox name="approved" label={t('publications.approve.approved')} />
          <Submit>{t('publications.approve.submit')}</Submit>
        </Form>
      )}
    </Section>
  )
}
