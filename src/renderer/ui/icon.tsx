const paths = {
  lock: 'M5 7V5a3 3 0 0 1 6 0v2M3.5 7h9v6.5h-9z',
  home: 'M2.5 7.5 8 2.5l5.5 5M4 6.5v7h8v-7',
  check: 'm3 8.5 3.2 3.2L13 4.8',
  cross: 'm4 4 8 8m0-8-8 8',
  warning: 'M8 2.2 14.5 13.5h-13zM8 6.5v3.4m0 1.7v.2',
  stop: 'M5.2 1.8h5.6l3.4 3.4v5.6l-3.4 3.4H5.2l-3.4-3.4V5.2zM5.5 8h5',
  info: 'M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8zM8 7.2v4M8 4.8v.2',
  question: 'M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8zM6.2 6.4a1.8 1.8 0 1 1 2.6 1.6c-.6.3-.8.6-.8 1.2M8 11.2v.2',
  arrow: 'M3 8h9.5M9 4.5 12.5 8 9 11.5',
  back: 'M13 8H3.5M7 4.5 3.5 8 7 11.5',
  plus: 'M8 3v10M3 8h10',
  document: 'M4 1.8h5.5L12.5 5v9.2H4zM9.3 2v3.2h3',
  key: 'M10.3 6.2a3.2 3.2 0 1 0-2.6 3.1L9 10.6h1.6v1.6h1.6v1.9h2v-2.4L10 7.5zM5.9 5.8v.1',
  people:
    'M6 7.8a2.4 2.4 0 1 0 0-4.8 2.4 2.4 0 0 0 0 4.8zM1.8 13.5c0-2.4 1.9-3.9 4.2-3.9s4.2 1.5 4.2 3.9M10.6 3.4a2.2 2.2 0 0 1 0 4.1M11.8 9.9c1.5.4 2.5 1.7 2.5 3.6',
  gem: 'M4.5 2.5h7l2.7 4L8 13.8 1.8 6.5zM1.8 6.5h12.4M6 6.5l2 7 2-7-2-4z',
  building: 'M3 14V2.5h7V14M10 6.5h3V14M1.8 14h12.4M5.3 5.2h2.4M5.3 8h2.4M5.3 10.8h2.4',
  stamp: 'M8 1.8 13.2 4v4c0 3.1-2.2 5.3-5.2 6.3C5 13.3 2.8 11.1 2.8 8V4zM5.6 8l1.8 1.8 3-3.3',
  list: 'M6 3.5h8M6 8h8M6 12.5h8M2.2 3.5h.9M2.2 8h.9M2.2 12.5h.9',
  clock: 'M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8zM8 4.5V8l2.5 1.8',
  calendar: 'M2.5 3.5h11v10h-11zM2.5 6.8h11M5.4 1.8v3M10.6 1.8v3M5.2 9.4h.1M8 9.4h.1M10.8 9.4h.1M5.2 11.4h.1M8 11.4h.1',
  sliders: 'M2 4.5h6.5M11.5 4.5H14M2 11.5h2.5M7.5 11.5H14M10 3v3M6 10v3',
  flag: 'M3.5 14.2V2.2h8.8l-2.2 3.3 2.2 3.3H3.5',
  chart: 'M2.2 13.8h11.6M4 11.5V8M8 11.5V3M12 11.5V6',
  search: 'M7 2.2a4.8 4.8 0 1 1 0 9.6 4.8 4.8 0 0 1 0-9.6zM10.5 10.5l3.3 3.3',
  lens: 'M2 3h7.5M2 6.5h4M2 10h3.2M10 5.8a3.4 3.4 0 1 1 0 6.8 3.4 3.4 0 0 1 0-6.8zM12.4 11.6l2 2',
  book: 'M8 4C6.5 2.8 4.5 2.5 2 2.5v10c2.5 0 4.5.3 6 1.5 1.5-1.2 3.5-1.5 6-1.5v-10c-2.5 0-4.5.3-6 1.5zM8 4v10',
  undo: 'M6 2.5 2.5 6 6 9.5M2.5 6h7a3.8 3.8 0 0 1 0 7.6H6',
  redo: 'M10 2.5 13.5 6 10 9.5M13.5 6h-7a3.8 3.8 0 0 0 0 7.6H10',
  clip: 'M12.8 7.3 7.6 12.5a3 3 0 0 1-4.2-4.2l5.6-5.6a2 2 0 0 1 2.9 2.9l-5.5 5.5a1 1 0 0 1-1.5-1.5l4.8-4.8',
} as const

export type IconName = keyof typeof paths

/** Those that point along the line, and so the other way where lines run from right to left. */
const ways: ReadonlySet<IconName> = new Set<IconName>(['arrow', 'back', 'undo', 'redo'])

/** A 16 px line drawing in the colour of the text beside it. Never the only carrier of a meaning. */
export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      className={ways.has(name) ? 'icon icon-way' : 'icon'}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={paths[name]} />
    </svg>
  )
}
