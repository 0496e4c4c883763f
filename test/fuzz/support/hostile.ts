// Values nobody expects, and trees in which one value was replaced by one of them.
import fc from 'fast-check'
import { seededRandom } from '../../trust/support/rounds.ts'

/** How many inputs each reader gets. */
export const caseCount = Number(process.env['GATEHOUSE_FUZZ'] ?? '10000')

/** One text of ten million characters, made once. */
export const hugeText = 'x'.repeat(10_000_000)

function cycle(): object {
  const ring: Record<string, unknown> = { kind: 'text' }
  ring['self'] = ring
  return ring
}

function deep(levels: number): unknown {
  let value: unknown = 1
  for (let level = 0; level < levels; level += 1) value = level % 2 === 0 ? [value] : { value }
  return value
}

const oddities: readonly unknown[] = [
  null,
  undefined,
  true,
  0,
  -0,
  -1,
  0.1,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.MAX_SAFE_INTEGER + 2,
  2n ** 70n,
  '',
  ' ',
  '\0',
  '\u202E\uFEFF',
  '\uD800',
  'constructor',
  '__proto__',
  '../../etc/passwd',
  "'; DROP TABLE answer; --",
  '=cmd|calc!A1',
  '{{7*7}}#import "x"',
  'x'.repeat(20_000),
  [],
  {},
  [[[[]]]],
  Array.from({ length: 5_000 }, () => 0),
  Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`key${index}`, index])),
  JSON.parse('{"__proto__":{"isAdmin":true},"constructor":{"prototype":{}}}'),
  Object.create(null),
  new Date(0),
  new Map([[1, 2]]),
  new Uint8Array(100),
  Symbol.iterator,
  () => 'a function',
  cycle(),
  deep(2_000),
  { toString: 'not a function', valueOf: null },
  JSON.parse('{"then":"not a promise"}'),
  { length: -1 },
]

const anything = fc.anything({
  maxDepth: 3,
  maxKeys: 6,
  withBigInt: true,
  withBoxedValues: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withObjectString: true,
  withSet: true,
  withSparseArray: true,
  withTypedArray: true,
})

const mostValues = 4_000

/** Many hostile values, the same in every run with the same seed. */
function hostileValues(seed: number, count: number): readonly unknown[] {
  return [...oddities, ...fc.sample(anything, { seed, numRuns: count })]
}

export type Random = () => number

export const pick = <Value>(random: Random, values: readonly Value[]): Value | undefined => values[Math.floor(random() * values.length)]

function changedList(list: readonly unknown[], random: Random, hostile: () => unknown): unknown[] {
  const at = Math.floor(random() * list.length)
  const luck = random()
  if (list.length === 0 || luck < 0.1) return [...list, hostile()]
  if (luck < 0.2) return list.toSpliced(at, 1)
  if (luck < 0.3) return [...list, ...list]
  return list.with(at, changedTree(list[at], random, hostile))
}

function changedObject(value: object, random: Random, hostile: () => unknown): object {
  const entries = Object.entries(value)
  const [key, present] = pick(random, entries) ?? ['', undefined]
  const luck = random()
  if (entries.length === 0 || luck < 0.08) return { ...value, [pick(random, ['extra', '__proto__x', 'then', '']) ?? '']: hostile() }
  if (luck < 0.16) return Object.fromEntries(entries.filter(([name]) => name !== key))
  return { ...value, [key]: changedTree(present, random, hostile) }
}

/** The tree with one of its values, anywhere in it, replaced, removed, doubled or joined by another. */
function changedTree(value: unknown, random: Random, hostile: () => unknown): unknown {
  if (random() < 0.15 || typeof value !== 'object' || value === null) return hostile()
  return Array.isArray(value) ? changedList(value, random, hostile) : changedObject(value, random, hostile)
}

/**
 * Inputs near a sound one: one or two of its values replaced. One in ten is hostile through and through, one in seven is left sound.
 * Whoever takes but few says how many: then no values are made of which none would be picked, and still ten for each input.
 */
export function* nearlySound(bases: readonly unknown[], seed: number, inputCount = mostValues): Generator<unknown, never> {
  const random = seededRandom(seed)
  const values = hostileValues(seed, Math.min(mostValues, inputCount * 10))
  const hostile = () => pick(random, values)
  for (;;) {
    let tree = pick(random, bases)
    const luck = random()
    const changes = luck < 0.25 ? 0 : 1 + Math.floor(random() * 2)
    for (let change = 0; change < changes; change += 1) tree = changedTree(tree, random, hostile)
    yield luck < 0.1 ? hostile() : tree
  }
}

/** A text with a few characters changed, cut out, doubled or put in. */
export function changedText(text: string, random: Random): string {
  let changed = text
  for (let count = 1 + Math.floor(random() * 4); count > 0; count -= 1) {
    const at = Math.floor(random() * changed.length)
    const length = Math.floor(random() ** 4 * 400)
    const piece = pick(random, [
      '',
      '\0',
      '{',
      '}',
      '[',
      '"',
      '\\',
      '-1',
      '1e999',
      'null',
      '\uD800',
      '&a',
      '*a',
      '!!js',
      changed.slice(at, at + length),
    ])
    changed = changed.slice(0, at) + (piece ?? '') + changed.slice(at + (random() < 0.5 ? length : 1))
  }
  return changed
}
