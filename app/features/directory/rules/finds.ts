import { mayAct } from '../../../access/may.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { publicHolidays } from '../../../ground/holidays.ts'
import type { Day, Id } from '../../../ground/schema.ts'
import { selectBody } from '../store.ts'
import type { RulesFormInput, RulesFormShown, RulesInput, RulesShown } from './contract.ts'
import { type RulesVersion, rulesOn } from './model.ts'
import { type Holidays, latestDispatchDay, urgentDispatchDay } from './notice/model.ts'
import { municipalCodes, presetRules } from './preset/model.ts'
import { selectMandates, selectRegion, selectVersions } from './store.ts'
import { type Mandate, seatsOf } from './vote/model.ts'

/** The rules by which a body meets on a day; null where none were written for it. */
export const rulesOfBody = async (viewer: Viewer, bodyId: Id, day: Day): Promise<RulesVersion | null> =>
  rulesOn(await selectVersions(viewer, bodyId), day)

/** Seats of a body on a day, as far as the viewer knows of them. */
export const mandatesOn = (viewer: Viewer, bodyId: Id, day: Day): Promise<Mandate[]> =>
  selectMandates(viewer, bodyId, day)

/** Public holidays where the network works. */
export const holidaysOf = async (viewer: Viewer): Promise<Holidays> => publicHolidays(await selectRegion(viewer))

/** The last day on which an invitation leaves in time (a day of the network's zone), and the paragraph; null where no rule says one. */
export async function noticeOf(
  viewer: Viewer,
  meeting: { readonly bodyId: Id; readonly day: Day },
): Promise<{ readonly latest: Day; readonly source: string } | null> {
  const version = await rulesOfBody(viewer, meeting.bodyId, meeting.day)
  if (!version) return null
  const { notice } = version.rules
  const { day } = latestDispatchDay(notice, meeting.day, await holidaysOf(viewer))
  return day === null ? null : { latest: day, source: notice.source.paragraph }
}

export async function findRules(viewer: Viewer, { id, day }: RulesInput): Promise<RulesShown | null> {
  const body = await selectBody(viewer, id)
  if (!body) return null
  const versions = await selectVersions(viewer, id)
  const version = rulesOn(versions, day ?? viewer.today)
  const notice = day && version ? { rule: version.rules.notice, day, holidays: await holidaysOf(viewer) } : null
  return {
    body: { id, name: body.name },
    today: viewer.today,
    version,
    versions: versions.map(({ rules: _rules, ...rest }) => rest),
    meetingDay: day ?? null,
    dispatch: notice && latestDispatchDay(notice.rule, notice.day, notice.holidays),
    urgent: notice && urgentDispatchDay(notice.rule, notice.day, notice.holidays),
    seats:
      version && viewer.member ? seatsOf(version.rules, await selectMandates(viewer, id, day ?? viewer.today)) : null,
    zone: viewer.network.timeZone,
    can: { change: mayAct(viewer, 'bodyRule.set', { bodyId: id }) },
  }
}

/** The form begins with a starting point where one was chosen, else with the latest rules; null for whoever may not. */
export async function findRulesForm(viewer: Viewer, { id, preset }: RulesFormInput): Promise<RulesFormShown | null> {
  const body = await selectBody(viewer, id)
  if (!body || !mayAct(viewer, 'bodyRule.set', { bodyId: id })) return null
  const region = await selectRegion(viewer)
  const [latest] = preset ? [] : await selectVersions(viewer, id)
  const start = preset ?? (latest ? null : 'association')
  return {
    body: { id, name: body.name },
    rules: latest?.rules ?? presetRules(start ?? 'association', region),
    preset: start,
    code: start === 'municipal' ? (municipalCodes[region ?? '']?.name ?? null) : null,
    today: viewer.today,
  }
}
