import { tableFormats } from '../../../ground/documents/document.ts'
import { languageOf, texts } from '../../../texts/texts.ts'
import type { BodySection } from '../../directory/model.ts'

/** Fills the slot of a body's page: its register of decisions, as files. An empty one says so. */
export const registerOfBody: BodySection = async (viewer, bodyId) => {
  const t = texts(languageOf(viewer.language))
  return {
    title: t('documents.register'),
    items: tableFormats.map(format => ({
      href: `/bodies/${bodyId}/decisions/${format}`,
      label: t(`documents.format.${format}`),
      detail: null,
    })),
  }
}
