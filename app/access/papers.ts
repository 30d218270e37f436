import { sql } from 'kysely'
import { administrationMay, from, leadsIn, reaches } from './conditions.ts'
import type { Viewer } from './viewer.ts'
import { visible } from './visible.ts'

/** Who sees a paper and what became of it: a part of `visible`. Everything about a paper is seen with it. */
export const onPaper = {
  papers: (viewer: Viewer) =>
    from(viewer, 'paper')
      .where('paper.body_id', 'in', visible.bodies(viewer).select('body.id'))
      .where(administrationMay(viewer, 'paper.without_administration'))
      .where(reaches(viewer, 'paper.audience', 'paper.body_id')),

  paperVersions: (viewer: Viewer) =>
    from(viewer, 'paper_version').where('paper_version.paper_id', 'in', visible.papers(viewer).select('paper.id')),

  paperStates: (viewer: Viewer) =>
    from(viewer, 'paper_state').where('paper_state.paper_id', 'in', visible.papers(viewer).select('paper.id')),

  paperEvents: (viewer: Viewer) =>
    from(viewer, 'paper_event').where('paper_event.paper_id', 'in', visible.papers(viewer).select('paper.id')),

  signings: (viewer: Viewer) =>
    from(viewer, 'signing').where('signing.paper_id', 'in', visible.papers(viewer).select('paper.id')),

  /** Who agreed to be named is there with the paper; everybody else, and who was asked, for those who lead its body. */
  signatures: (viewer: Viewer) =>
    from(viewer, 'signature')
      .where('signature.paper_id', 'in', visible.papers(viewer).select('paper.id'))
      .where(
        sql<boolean>`(signature.named or signature.paper_id in (${visible
          .papers(viewer)
          .where(leadsIn(viewer, 'paper.body_id'))
          .select('paper.id')}))`,
      ),

  consultations: (viewer: Viewer) =>
    from(viewer, 'consultation').where('consultation.paper_id', 'in', visible.papers(viewer).select('paper.id')),
}
