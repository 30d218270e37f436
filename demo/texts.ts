import { Temporal } from 'temporal-polyfill'
import type { Day } from '../app/ground/schema.ts'
import board1 from './minutes/board-1.txt?raw'
import board2 from './minutes/board-2.txt?raw'
import plenary from './minutes/plenary.md?raw'
import strategy from './minutes/strategy.txt?raw'

const sources = { board1, board2, plenary, strategy }

/** Invented minutes of a meeting held on `day`; other days in them are counted from it: `{0}`, `{+14}`, `{-49}`. */
export function minutesText(name: keyof typeof sources, day: Day): string {
  return sources[name].replace(DAYS, (_, days: string) => written(day, Number(days)))
}
const DAYS = /\{([+-]?\d{1,3})\}/g

function written(day: Day, days: number): string {
  const date = Temporal.PlainDate.from(day).add({ days })
  const two = (number: number) => String(number).padStart(2, '0')
  return `${two(date.day)}.${two(date.month)}.${date.year}`
}
