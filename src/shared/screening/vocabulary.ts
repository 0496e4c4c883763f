// The words of a list, each once, and which of them a word of a party's name pairs with.
import { editsAllowed, likeness, settings, weightOf } from './compare-names.ts'
import { createNearTexts } from './letters.ts'
import type { NameWord } from './name.ts'

interface ListedWord {
  readonly word: NameWord
  readonly weight: number
  /** Places of the names that hold it, in order, each once. */
  readonly names: number[]
}

export interface Link {
  readonly names: readonly number[]
  /** What a pair of the two words weighs, and what the listed word alone would cost if it were left over. */
  readonly weight: number
  readonly listedCost: number
}

/** What a word costs that is left over. */
export const costOf = (weight: number, mille: number) => Math.floor((weight * mille) / 1_000)

/** Words that parties have in common need to be looked up once only; more than these are forgotten again. */
const mostRemembered = 100_000

/** A word's links, worked out once. */
function createMemory(linksOf: (word: NameWord) => readonly Link[]): (word: NameWord) => readonly Link[] {
  const remembered = new Map<string, readonly Link[]>()
  return (word) => {
    const known = remembered.get(word.text)
    if (known !== undefined) return known
    const links = linksOf(word)
    if (remembered.size >= mostRemembered) remembered.clear()
    remembered.set(word.text, links)
    return links
  }
}

function linkTo(word: NameWord, { names, weight }: ListedWord): Link {
  return { names, weight: Math.max(weight, weightOf(word)), listedCost: costOf(weight, settings.leftOver.listed) }
}

/** Words by something they share. */
function createShelves<Key>() {
  const shelves = new Map<Key, ListedWord[]>()
  return {
    of: (key: Key): readonly ListedWord[] => shelves.get(key) ?? [],
    put: (key: Key, word: ListedWord) => {
      const shelf = shelves.get(key)
      if (shelf === undefined) shelves.set(key, [word])
      else shelf.push(word)
    },
  }
}

/** A vocabulary that words are put into first and that is asked then. */
export function createVocabulary() {
  const byText = new Map<string, ListedWord>()
  const byGroup = createShelves<number>()
  const byFirst = createShelves<string>()
  const near = createNearTexts<ListedWord>()
  const learn = (word: NameWord): ListedWord => {
    const listed: ListedWord = { word, weight: weightOf(word), names: [] }
    byText.set(word.text, listed)
    if (!word.isComparable || word.isNumber) return listed
    for (const group of word.groups) byGroup.put(group, listed)
    byFirst.put(word.text.slice(0, 1), listed)
    near.add(word.text, listed)
    return listed
  }
  const exactly = (text: string) => [byText.get(text)].filter((one) => one !== undefined)
  /** All words that may pair with this one; `likeness` has the last word. */
  const maybe = (word: NameWord): Set<ListedWord> => {
    if (!word.isComparable || word.isNumber) return new Set(exactly(word.text))
    const initial = word.text.slice(0, 1)
    const initials = word.text.length === 1 ? byFirst.of(initial) : exactly(initial)
    const synonyms = [...word.groups].flatMap((group) => byGroup.of(group))
    return new Set([...near.near(word.text, editsAllowed), ...initials, ...synonyms, ...exactly(word.text)])
  }
  return {
    /** Places of the names that hold this very word. */
    placesOf: (text: string): readonly number[] => byText.get(text)?.names ?? [],
    /** Notes that the name at `place` holds the word. */
    put: (word: NameWord, place: number) => {
      const { names } = byText.get(word.text) ?? learn(word)
      if (names.at(-1) !== place) names.push(place)
    },
    /** The words it pairs with, the weightiest first, so that the first one to a name is the most that this word can give. */
    linksOf: createMemory((word) =>
      [...maybe(word)]
        .filter((listed) => likeness(word, listed.word) !== null)
        .map((listed) => linkTo(word, listed))
        .toSorted((one, other) => other.weight - one.weight || other.listedCost - one.listedCost),
    ),
  }
}
