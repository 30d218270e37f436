/** Drawn on a grid of 24 with one stroke width, in the colour of the text beside them. */
const drawings = {
  add: 'M12 5v14M5 12h14',
  alert: 'M12 4 2.5 20h19ZM12 10v4.5M12 17.3v.2',
  arrow: 'M5 12h14M13 6l6 6-6 6',
  book: 'M5 4h11a3 3 0 0 1 3 3v13H8a3 3 0 0 1-3-3Zm0 13a3 3 0 0 1 3-3h11',
  bulb: 'M9 18h6M10 21h4M8.5 15a6 6 0 1 1 7 0q-1 .8-1 1.8V18h-5v-1.2q0-1-1-1.8Z',
  calendar: 'M4 6h16v14H4ZM4 10.5h16M8 3v5M16 3v5',
  check: 'M5 12.5 10 17.5 19.5 7',
  chevron: 'M9 6l6 6-6 6',
  clock: 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18ZM12 7v5.3l3.5 2.2',
  close: 'M6 6l12 12M18 6 6 18',
  decision: 'M12 3v17M7 20.5h10M5 6.5h14M5 6.5 2 13.5h6ZM19 6.5l-3 7h6Z',
  done: 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18ZM8 12.3l2.8 2.8L16 9.5',
  download: 'M12 4v11M7 10.5l5 5 5-5M5 20h14',
  edit: 'M4 20l1-4.5L16.5 4 20 7.5 8.5 19ZM14 6.5l3.5 3.5',
  error: 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18ZM12 7.5v5.7M12 16.3v.2',
  eye: 'M2.5 12Q7 5.5 12 5.5T21.5 12Q17 18.5 12 18.5T2.5 12ZM12 9.2a2.8 2.8 0 1 1 0 5.6 2.8 2.8 0 0 1 0-5.6Z',
  file: 'M6 3h8l5 5v13H6ZM14 3v5h5M9 13h7M9 17h7',
  flag: 'M6 21V4h12l-2.5 4.5L18 13H6',
  globe: 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18ZM3 12h18M12 3q4 4 4 9t-4 9q-4-4-4-9t4-9',
  heart: 'M12 20Q4 14.5 4 9.2A4.2 4.2 0 0 1 12 7.4 4.2 4.2 0 0 1 20 9.2Q20 14.5 12 20Z',
  info: 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18ZM12 11v5.7M12 7.4v.2',
  link: 'M10 14a4 4 0 0 0 6 .4l3-3a4.2 4.2 0 0 0-6-6l-1.3 1.3M14 10a4 4 0 0 0-6-.4l-3 3a4.2 4.2 0 0 0 6 6l1.3-1.3',
  lock: 'M6 11h12v9H6ZM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  mail: 'M3 6h18v13H3ZM3 7l9 6.5L21 7',
  menu: 'M4 7h16M4 12h16M4 17h16',
  open: 'M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16Z',
  people:
    'M9 5a3.4 3.4 0 1 1 0 6.8A3.4 3.4 0 0 1 9 5ZM2.5 20a6.5 6.5 0 0 1 13 0M16 5.4a3.3 3.3 0 0 1 0 6.2M18 14.2a6.5 6.5 0 0 1 3.5 5.8',
  person: 'M12 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8ZM4.5 20.5a7.5 7.5 0 0 1 15 0',
  question: 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18ZM9.3 9.6A2.7 2.7 0 1 1 12 12.4V14M12 16.6v.2',
  quote: 'M4 5h16v11h-8l-5 4v-4H4ZM8 9h8M8 12.3h5',
  refresh: 'M19.5 9A8 8 0 0 0 5 8.2M4.5 4v4.5H9M4.5 15A8 8 0 0 0 19 15.8M19.5 20v-4.5H15',
  remove: 'M5 7h14M9.5 7V4.5h5V7M7 7l1 13h8l1-13M10.5 10.5v6M13.5 10.5v6',
  search: 'M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13ZM15.5 15.5 20.5 20.5',
  task: 'M9 5H5.5v15.5h13V5H15M9 3.5h6v3.5H9ZM8.7 13.4l2.4 2.4 4.4-4.8',
  upload: 'M12 16V5M7 9.5l5-5 5 5M5 20h14',
} as const

export type IconName = keyof typeof drawings

/** These point in the direction of reading and turn round in a script that runs from right to left. */
const directed: ReadonlySet<IconName> = new Set(['arrow', 'chevron', 'quote'])

/** A picture beside words that say the same; screen readers skip it. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class={directed.has(name) ? 'icon icon-directed' : 'icon'} viewBox="0 0 24 24" aria-hidden="true">
      <path d={drawings[name]} />
    </svg>
  )
}
