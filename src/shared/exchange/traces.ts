// Finds and masks what was removed where it also stands in other text.

/** Below this many characters a removed text says too little to be told from chance. */
const shortest = 4
/** Stands in place of a removed text. It holds no letter or digit that a removed text could be found in. */
const mask = '[…]'

/** One removed text; `from` is the path it stood at. */
export interface RemovedText {
  readonly from: string
  readonly text: string
}

/** A removed text that still stands somewhere. */
export interface Trace {
  readonly from: string
  readonly at: string
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, ' ')
}

/** The texts to look for: each removed text and each of its lines, folded to small letters and single blanks, the longest first. */
export function needlesOf(removed: readonly RemovedText[]): RemovedText[] {
  const all = removed.flatMap(({ from, text }) => [text, ...text.split('\n')].map((part) => ({ from, text: folded(part).trim() })))
  const unique = new Map(all.filter(({ text }) => text !== '').map((one) => [`${one.from}\n${one.text}`, one]))
  return [...unique.values()].toSorted((one, two) => two.text.length - one.text.length)
}

/** Every string inside a JSON value with its path, and every key of an object as a string of its own. */
function* stringsIn(value: unknown, path: string): Generator<{ readonly path: string; readonly text: string }> {
  if (typeof value === 'string') yield { path, text: value }
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) {
    const at = path === '' ? key : `${path}.${key}`
    yield { path: `${at}#key`, text: key }
    yield* stringsIn(inner, at)
  }
}

/** Where a removed text still stands in a value, one for each text and place. */
export function tracesIn(value: unknown, needles: readonly RemovedText[]): Trace[] {
  return [...stringsIn(value, '')].flatMap(({ path, text }) => {
    const hay = folded(text)
    return needles.filter((needle) => hay.includes(needle.text)).map(({ from }) => ({ from, at: path }))
  })
}

/**
 * The text with every removed text of four characters or more masked, whatever its case and spacing. When one is found the text is
 * returned folded (small letters, single blanks), because folding may move characters.
 */
export function masked(text: string, needles: readonly RemovedText[]): string {
  const long = needles.filter((needle) => needle.text.length >= shortest)
  const found = long.filter((needle) => folded(text).includes(needle.text))
  return found.length === 0 ? text : found.reduce((rest, needle) => rest.replaceAll(needle.text, mask), folded(text))
}
