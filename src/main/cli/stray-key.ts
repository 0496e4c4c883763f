// Finds what JSON.parse drops without a word: all but the last of keys that stand twice in one object, and keys that no object may have.

/** Where the string that begins at `from` ends; the text is JSON that parses. */
function endOfString(json: string, from: number): number {
  let at = from + 1
  while (json[at] !== '"') at += json[at] === '\\' ? 2 : 1
  return at + 1
}

interface StrayKey {
  /** The keys that lead to it, such as `answers.AD-02`; places in lists are left out. */
  readonly path: string
  readonly isRepeated: boolean
}

const colon = /\s*:/uy

function isKeyEnd(json: string, end: number): boolean {
  colon.lastIndex = end
  return colon.test(json)
}

/** The first key of the JSON text that stands twice in its object, or that is `__proto__`, which schemas pass over; null when there is none. */
export function findStrayKey(json: string): StrayKey | null {
  const levels: { readonly keys: Set<string>; current: string[] }[] = []
  let at = 0
  while (at < json.length) {
    const character = json[at]
    if (character === '{' || character === '[') levels.push({ keys: new Set(), current: [] })
    if (character === '}' || character === ']') levels.pop()
    const end = character === '"' ? endOfString(json, at) : at + 1
    const level = levels.at(-1)
    if (level !== undefined && character === '"' && isKeyEnd(json, end)) {
      const key = String(JSON.parse(json.slice(at, end)))
      const isRepeated = level.keys.has(key)
      level.keys.add(key)
      level.current = [key]
      if (isRepeated || key === '__proto__') return { path: levels.flatMap((one) => one.current).join('.'), isRepeated }
    }
    at = end
  }
  return null
}
