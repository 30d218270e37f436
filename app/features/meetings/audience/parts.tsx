import type { Audience, Id } from '../../../ground/schema.ts'
import type { Texts } from '../../../texts/texts.ts'
import { Box } from '../../../ui/box.tsx'
import { Checkbox, type FormState, Select } from '../../../ui/forms.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import { Details, Name } from '../../../ui/parts.tsx'
import { type BodyAudience, bodyAudiences } from '../../directory/model.ts'

type AudienceProps = {
  readonly t: Texts
  readonly audience: Audience | null
  readonly withoutAdministration: boolean
  readonly named: readonly Id[]
  readonly people: readonly { readonly id: Id; readonly name: string }[]
  readonly choices: readonly Audience[]
  /** An item of a meeting: it may have no audience of its own, and guests. */
  readonly item?: boolean
}

/** For whom a meeting or one of its items is, with the people to name. */
export function AudienceFields({ t, audience, withoutAdministration, named, people, choices, item }: AudienceProps) {
  return (
    <>
      <Select
        name="audience"
        label={t('meetings.audience')}
        hint={t(item ? 'meetings.item.audience-hint' : 'meetings.plan.audience-hint')}
        value={audience ?? ''}
        {...(item ? { blank: t('meetings.item.as-meeting') } : {})}
        choices={choices.map(value => ({ value, label: t(`meetings.audience-choice.${value}`) }))}
        {...(item ? { unmarked: true } : { required: true })}
      />
      {people.length > 0 && (
        <Details
          summary={t(item ? 'meetings.item.named' : 'meetings.plan.named')}
          open={audience === 'named' || named.length > 0}
        >
          <p class="muted">{t(item ? 'meetings.item.named-hint' : 'meetings.plan.named-hint')}</p>
          <fieldset class="kern-fieldset">
            <legend class="kern-sr-only">{t(item ? 'meetings.item.named' : 'meetings.plan.named')}</legend>
            <div class="kern-fieldset__body">
              {people.map(({ id, name }) => (
                <NamedPerson id={id} name={name} checked={named.includes(id)} />
              ))}
            </div>
          </fieldset>
        </Details>
      )}
      <Checkbox
        name="withoutAdministration"
        label={t('meetings.plan.without-administration')}
        hint={t(item ? 'meetings.item.without-administration-hint' : 'meetings.plan.without-administration-hint')}
        checked={withoutAdministration}
        unmarked
      />
    </>
  )
}

/** One of many boxes with the same name. */
function NamedPerson({ id, name, checked }: { id: string; name: string; checked: boolean }) {
  return (
    <Box name="named" value={id} checked={checked}>
      <Name>{name}</Name>
    </Box>
  )
}

type BodyAudienceProps = { readonly value: BodyAudience; readonly label: string; readonly hint?: string }

/** For whom something of a body is that names nobody. */
export function BodyAudienceField({ value, label, hint }: BodyAudienceProps) {
  const { t } = useLanguage()
  return (
    <Select
      unmarked
      name="audience"
      label={label}
      {...(hint ? { hint } : {})}
      value={value}
      choices={bodyAudiences.map(one => ({ value: one, label: t(`meetings.audience-choice.${one}`) }))}
    />
  )
}

/** Asks for a yes once it is known that more people would see it, and who. */
export function Wider({ form }: { form: FormState }) {
  const { t } = useLanguage()
  if (!form.problems.some(({ code }) => code === 'audience-wider')) return null
  return <Checkbox name="wider" label={t('meetings.wider')} required />
}
