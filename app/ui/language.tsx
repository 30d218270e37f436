import { type ComponentChildren, createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { type Language, type Texts, texts } from '../texts/texts.ts'

type Spoken = { readonly language: Language; readonly t: Texts }

const Spoken = createContext<Spoken>({ language: 'de', t: texts('de') })

/** Says in which language everything inside speaks. `Page` does it; a mail or a part rendered alone does it itself. */
export function InLanguage({ language, t, children }: Spoken & { children: ComponentChildren }) {
  return <Spoken.Provider value={{ language, t }}>{children}</Spoken.Provider>
}

/** The language and the texts of the page around. */
export const useLanguage = (): Spoken => useContext(Spoken)
