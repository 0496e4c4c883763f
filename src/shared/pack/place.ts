// Places in a pack: the path a person reads, and the way back from it into the file.
import { z } from 'zod'

const Entry = z.object({ id: z.string() })

function idOf(value: unknown): string | null {
  const entry = Entry.safeParse(value)
  return entry.success ? entry.data.id : null
}

const inside = (value: unknown, key: PropertyKey): unknown => Reflect.get(Object(value), key)

/** A schema's path in words: entries of a list by their id where they have one, such as `questions.AD-02.flags[0].sources`. */
export function readablePath(raw: unknown, path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'the file'
  let at = raw
  let text = ''
  for (const step of path) {
    at = inside(at, step)
    const id = typeof step === 'number' ? idOf(at) : String(step)
    text += id === null ? `[${String(step)}]` : `${text === '' ? '' : '.'}${id}`
  }
  return text
}

/** The position of the last entry with this id: of two with one id, the second is the one too many. */
function positionOf(list: readonly unknown[], id: string): number {
  return list.findLastIndex((entry) => idOf(entry) === id)
}

/** The keys and positions that lead to the place a readable path names; as far as the file goes. */
export function keysTo(raw: unknown, path: string): (string | number)[] {
  const keys: (string | number)[] = []
  let at = raw
  for (const [step] of path.matchAll(/[^.[\]]+/gu)) {
    const key = Array.isArray(at) ? (/^\d+$/u.test(step) ? Number(step) : positionOf(at, step)) : step
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return keys
    keys.push(key)
    at = inside(at, key)
  }
  return keys
}
