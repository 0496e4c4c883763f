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
} as const

export type IconName = keyof typeof paths

/** A 16 px line drawing in the colour of the text beside it. Never the only carrier of a meaning. */
export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      className="icon"
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
