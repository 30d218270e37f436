import { mayAct } from '../../access/may.ts'
import type { Viewer } from '../../access/viewer.ts'
import type { Texts } from '../../texts/texts.ts'
import { type ListedGroup, type NavigationEntry, navigationOf } from '../../ui/navigation.tsx'
import { noNetwork } from '../account/model.ts'

/** What the viewer can go to from every page, in the order of the days of whoever coordinates. */
export function navigationFor(viewer: Viewer, path: string, t: Texts): NavigationEntry[] {
  return viewer.network === noNetwork ? [] : navigationOf(groupsFor(viewer, t), path)
}

function groupsFor(viewer: Viewer, t: Texts): ListedGroup[] {
  const inside = viewer.member
  const writes = viewer.coordinator || viewer.leads.length > 0
  return [
    { entries: [[true, '/', t('navigation.home')]] },
    { entries: [[viewer.coordinator, '/morning', t('navigation.morning')]] },
    {
      label: t('navigation.group.meetings'),
      entries: [
        [true, '/meetings', t('navigation.meetings')],
        [mayAct(viewer, 'reading.begin'), '/readings', t('navigation.readings')],
      ],
    },
    { entries: [[inside, '/commitments', t('navigation.commitments')]] },
    {
      label: t('navigation.group.papers'),
      entries: [
        [inside, '/papers', t('navigation.papers')],
        [writes, '/letters', t('navigation.letters')],
      ],
    },
    {
      label: t('navigation.group.public'),
      entries: [
        [true, '/public', t('navigation.public')],
        [true, '/accountability', t('navigation.accountability')],
        [mayAct(viewer, 'publication.approve'), '/publications', t('navigation.publications')],
      ],
    },
    {
      label: t('navigation.group.directory'),
      entries: [
        [true, '/bodies', t('navigation.bodies')],
        [inside, '/people', t('navigation.people')],
        [inside, '/organizations', t('navigation.organizations')],
        [inside, '/offices', t('navigation.offices')],
      ],
    },
    {
      label: t('navigation.group.administration'),
      entries: [
        [mayAct(viewer, 'network.change'), '/network', t('navigation.network')],
        [mayAct(viewer, 'erasure.carryOut'), '/privacy/overview', t('navigation.data-protection')],
        [viewer.network.demo, '/outbox', t('navigation.outbox')],
      ],
    },
    { entries: [[true, '/search', t('navigation.search')]] },
  ]
}
