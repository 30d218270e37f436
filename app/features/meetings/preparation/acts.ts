import { act } from '../../../access/act.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { newId } from '../../../ground/ids.ts'
import { done, type Outcome, refused } from '../../../ground/problems.ts'
import type { Id } from '../../../ground/schema.ts'
import { languageOf, texts } from '../../../texts/texts.ts'
import { BEFORE_THE_END, LONGEST_TITLE } from '../agenda/model.ts'
import { freePlace, insertAgendaItems, lockAgenda, placeBefore } from '../agenda/store.ts'
import { isComing, type Meeting } from '../model.ts'
import { findWhole } from '../store.ts'
import type { ItemBring } from './contract.ts'
import { circleOf, type ItemCircle, type PreparationSlots, reportCircle, titleOf } from './model.ts'
import { broughtItems, groupsFor } from './store.ts'

type Written = { readonly id: Id; readonly meetingId: Id }

/**
 * Puts an idea whose day has come, the report of a working group, or a result elsewhere on the agenda, before dates and other matters; for
 * nobody who could not know of it. What stands there already stays as it is. Problems: `meeting-held`, `choice-invalid`
 * (there is no such idea or group, or no audience of an item fits it).
 */
export const bringItem = (slots: PreparationSlots) =>
  act('agendaItem.bring', {
    noun: 'agenda_item',
    subject: async (viewer, { id }: ItemBring) => {
      const meeting = await findWhole(viewer, id)
      return meeting?.body ? { id, bodyId: meeting.body.id, meeting } : null
    },
    run: async (viewer, input, { meeting, bodyId }): Promise<Outcome<Written>> => {
      if (!isComing(meeting)) return refused('meeting-held')
      await lockAgenda(viewer, meeting.id)
      const brought = input.idea
        ? await idea(viewer, slots, meeting, bodyId, input.idea)
        : input.result
          ? await result(viewer, slots, meeting, bodyId, input.result)
          : await report(viewer, meeting, bodyId, input.group)
      const field = input.idea ? 'idea' : input.result ? 'result' : 'group'
      if (!brought?.circle) return refused('choice-invalid', { field })
      const { circle, title, origin } = brought
      const known = (await broughtItems(viewer, meeting.id)).get(input.idea ?? input.result ?? input.group ?? '')
      if (known) return done({ id: known, meetingId: meeting.id })
      const id = newId(viewer.ground.clock)
      const behind = await placeBefore(viewer, meeting.id, BEFORE_THE_END)
      await insertAgendaItems(viewer, [
        {
          ...{ id, meeting_id: meeting.id, position: await freePlace(viewer, meeting.id, behind), number: null },
          ...{ title, level: 1, duration: null, kind: 'plain', minutes_id: null, audience: circle.audience },
          ...{ without_administration: circle.withoutAdministration, ...origin },
        },
      ])
      return done({ id, meetingId: meeting.id })
    },
    about: ({ id }) => id,
  })

type Brought = {
  circle: ItemCircle | null
  title: string
  origin: { idea_id: Id } | { group_id: Id } | { consultation_id: Id }
}

async function idea(
  viewer: Viewer,
  { ideasDue }: PreparationSlots,
  meeting: Meeting,
  bodyId: Id,
  id: Id,
): Promise<Brought | null> {
  const due = (await ideasDue(viewer, bodyId, meeting.day ?? viewer.today)).find(one => one.id === id)
  if (!due) return null
  return { circle: circleOf(meeting, due), title: titleOf(due.content, LONGEST_TITLE), origin: { idea_id: id } }
}

async function report(viewer: Viewer, meeting: Meeting, bodyId: Id, id: Id | null): Promise<Brought | null> {
  const group = (await groupsFor(viewer, bodyId)).groups.find(one => one.id === id)
  if (!group) return null
  // What is written into records is written in the network's first language.
  const t = texts(languageOf(...viewer.network.languages))
  const title = titleOf(t('meetings.groups.item', { group: group.name }), LONGEST_TITLE)
  return { circle: reportCircle(meeting, group), title, origin: { group_id: group.id } }
}

async function result(
  viewer: Viewer,
  { resultsElsewhere }: PreparationSlots,
  meeting: Meeting,
  bodyId: Id,
  id: Id,
): Promise<Brought | null> {
  const found = (await resultsElsewhere(viewer, bodyId, meeting.id)).find(one => one.id === id)
  if (!found) return null
  const t = texts(languageOf(...viewer.network.languages))
  const words = t('meetings.results.item', {
    ...{ where: found.where, result: t(`papers.result.${found.result}`), paper: found.paper.name },
  })
  const title = titleOf(words, LONGEST_TITLE)
  return { circle: circleOf(meeting, found), title, origin: { consultation_id: id } }
}
