import type { Asker } from '../../../access/act.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { type Door, show, submit } from '../../../ui/doors.tsx'
import { keepSchoolHolidays, planSeries } from './acts.ts'
import * as contract from './contract.ts'
import { findSchoolHolidays, findSeries, findSeriesForm } from './finds.ts'
import { SchoolHolidaysPage, SeriesNewPage, SeriesPage } from './pages.tsx'

export function seriesDoors(): Door<Asker, Viewer>[] {
  const form = show({
    path: '/series/new',
    input: contract.SeriesNewInput,
    output: contract.SeriesFormShown,
    find: findSeriesForm,
    page: SeriesNewPage,
  })
  const holidays = show({
    path: '/school-holidays',
    input: contract.NothingAsked,
    output: contract.SchoolHolidaysShown,
    find: findSchoolHolidays,
    page: SchoolHolidaysPage,
  })
  return [
    form,
    submit({
      path: '/series',
      input: contract.SeriesPlan,
      output: contract.SeriesWritten,
      act: planSeries,
      next: ({ id }) => ({ to: `/series/${id}`, notice: 'series.plan' }),
      again: form,
    }),
    show({
      path: '/series/:id',
      input: contract.SeriesInput,
      output: contract.SeriesShown,
      find: findSeries,
      page: SeriesPage,
    }),
    holidays,
    submit({
      path: '/school-holidays',
      input: contract.SchoolHolidaysKeep,
      output: contract.SchoolHolidaysKept,
      act: keepSchoolHolidays,
      next: () => ({ to: '/school-holidays', notice: 'schoolHolidays.keep' }),
      again: holidays,
    }),
  ]
}
