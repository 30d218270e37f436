import { mayAct } from '../../../access/may.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Id } from '../../../ground/schema.ts'
import { isComing } from '../model.ts'
import { findWhole } from '../store.ts'
import type { PreparationShown } from './contract.ts'
import { circleOf, type GroupEntry, type PreparationSlots, reportCircle } from './model.ts'
import { broughtItems, groupsFor } from './store.ts'

/**
 * What comes to a meeting, each as far as the viewer sees it: what the working groups did since the body met last, a
 * silent one too, ideas put off until its day, and what other bodies decided about its papers. For members, before the meeting; null for everybody else.
 */
export const preparation =
  (slots: PreparationSlots) =>
  async (viewer: Viewer, { id }: { id: Id }): Promise<PreparationShown | null> => {
    if (!viewer.member) return null
    const meeting = await findWhole(viewer, id)
    if (!meeting?.body || !isComing(meeting)) return null
    const { since, groups, brought: known } = await groupsFor(viewer, meeting.body.id, id)
    const entries = await slots.groupEntries(
      viewer,
      groups.flatMap(group => group.meetings.map(held => held.id)),
    )
    const open = await slots.openInBodies(
      viewer,
      groups.map(group => group.id),
    )
    const ideas = await slots.ideasDue(viewer, meeting.body.id, meeting.day ?? viewer.today)
    const results = await slots.resultsElsewhere(viewer, meeting.body.id, id)
    const brought = known ?? (await broughtItems(viewer, id))
    const agenda = mayAct(viewer, 'agendaItem.bring', { id, bodyId: meeting.body.id })
    const onAgenda = (of: Id, fits: boolean) => {
      const itemId = brought.get(of) ?? null
      return { itemId, bring: itemId || !agenda ? null : fits ? ('one-act' as const) : ('own-words' as const) }
    }
    const { name, day, startTime, endTime } = meeting
    return {
      meeting: { id, name, day, startTime, endTime },
      since,
      groups: groups.map(group => {
        const own = new Set(group.meetings.map(held => held.id))
        const told = (kind: GroupEntry['kind']) =>
          entries
            .filter(entry => entry.kind === kind && own.has(entry.meetingId))
            .map(entry => ({ id: entry.id, minutesId: entry.minutesId, content: entry.content }))
        return {
          body: { id: group.id, name: group.name },
          ...{ meetings: group.meetings, decisions: told('decision'), wishes: told('wish') },
          openCommitments: open.get(group.id) ?? 0,
          ...onAgenda(group.id, reportCircle(meeting, group) !== null),
        }
      }),
      ideas: ideas.map(idea => ({
        ...{ id: idea.id, minutesId: idea.minutesId, content: idea.content, lookAgainOn: idea.lookAgainOn },
        ...onAgenda(idea.id, circleOf(meeting, idea) !== null),
      })),
      results: results.map(({ audiences, withoutAdministration, ...result }) => ({
        ...result,
        ...onAgenda(result.id, circleOf(meeting, { audiences, withoutAdministration }) !== null),
      })),
      can: { agenda },
    }
  }
