import type { Viewer } from '../../../access/viewer.ts'
import { tableFormats } from '../../../ground/documents/document.ts'
import { isLanguage, texts } from '../../../texts/texts.ts'
import type { BodySection } from '../../directory/model.ts'
import { hasDecisions } from './store.ts'

/** Fills the slot of a body's page: its register of decisions, as files. Nothing where there is none for the viewer. */
export const registerOfBody: BodySection = async (viewer: Viewer, bodyId) => {
  const t = texts(isLanguage(viewer.language) ? viewer.language : 'de')
  const formats = (await hasDecisions(viewer, bodyId)) ? tableFormats : []
  return {
    title: t('documents.register'),
    items: formats.map(format => ({
      href: `/bodies/${bodyId}/decisions/${format}`,
      label: t(`documents.format.${format}`),
      detail: null,
    })),
  }
}
