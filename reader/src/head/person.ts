import { withoutTitles } from '../../../language/names.ts'
import { withoutOffice } from '../../../language/offices.ts'

/** The name of a person without titles and functions: "Pfarrerin Dr. Iris Pohl" gives "Iris Pohl". */
export function personOf(name: string): string {
  return withoutTitles(withoutOffice(withoutTitles(name)))
}
