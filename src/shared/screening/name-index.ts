// Finds the names of a list that could be like a party's name, without comparing each: none that would be shown is left out.
import { editsAllowedInWhole, settings, weightOf } from './compare-names.ts'
import { createNearTexts } from './letters.ts'
import type { NameWord, ScreenedName } from './name.ts'
import { costOf, createVocabulary, type Link } from './vocabulary.ts'

export interface NameIndex {
  /** Adds a name at the next place, counted from 0. */
  add(name: ScreenedName): void
  /** Places of the names that may reach `leastMille` with `asked`, in order. */
  candidates(asked: ScreenedName, leastMille: number): number[]
}

/** Pairs of neighbours written as one word. */
function joinsIn({ words }: ScreenedName): string[] {
  return words.slice(1).map((word, at) => `${words[at]?.text}${word.text}`)
}

/** Places by a text; the same place is noted once. */
function createPlaces() {
  const places = new Map<string, number[]>()
  return {
    of: (text: string): readonly number[] => places.get(text) ?? [],
    /** The places of this text when it is the first one, else null. */
    put: (text: string, place: number): readonly number[] | null => {
      const there = places.get(text)
      if (there?.at(-1) !== place) there?.push(place)
      if (there !== undefined) return null
      const own = [place]
      places.set(text, own)
      return own
    },
  }
}

interface Reached {
  /** What the pairs weigh at most; what of the party's and of the list's words they save from being left over, at most. */
  weight: number
  askedCost: number
  listedCost: number
  seenAt: number
}

/** For each name that a word of `asked` pairs with, the most that its pairs can give. */
function reachOf(asked: ScreenedName, linksOf: (word: NameWord) => readonly Link[]): Map<number, Reached> {
  const reached = new Map<number, Reached>()
  asked.words.forEach((word, seenAt) => {
    const askedCost = costOf(weightOf(word), settings.leftOver.asked)
    for (const { names, weight, listedCost } of linksOf(word)) {
      for (const place of names) {
        const so = reached.get(place)
        if (so === undefined) reached.set(place, { weight, askedCost, listedCost, seenAt })
        else if (so.seenAt !== seenAt) {
          so.weight += weight
          so.askedCost += askedCost
          so.listedCost += listedCost
          so.seenAt = seenAt
        }
      }
    }
  })
  return reached
}

function costsOf({ words }: ScreenedName, mille: number): number {
  return words.reduce((sum, word) => sum + costOf(weightOf(word), mille), 0)
}

const isWhole = ({ words }: ScreenedName) => words.every((word) => word.isComparable && !word.isNumber)

/** An index that names are added to first and that is asked then. */
export function createNameIndex(): NameIndex {
  const vocabulary = createVocabulary()
  const joins = createPlaces()
  const wholes = createPlaces()
  const nearWholes = createNearTexts<readonly number[]>()
  const listedCosts: number[] = []
  return {
    add: (name) => {
      const place = listedCosts.length
      listedCosts.push(costsOf(name, settings.leftOver.listed))
      for (const word of name.words) vocabulary.put(word, place)
      for (const join of joinsIn(name)) joins.put(join, place)
      const first = isWhole(name) ? wholes.put(name.joined, place) : null
      if (first !== null) nearWholes.add(name.joined, first)
    },
    candidates: (asked, leastMille) => {
      const costs = costsOf(asked, settings.leftOver.asked)
      const reached = [...reachOf(asked, vocabulary.linksOf)].filter(([place, { weight, askedCost, listedCost }]) => {
        const total = weight + costs - askedCost + Math.max(0, Number(listedCosts[place]) - listedCost)
        return weight * 1_000 >= leastMille * total
      })
      const found = new Set([
        ...reached.map(([place]) => place),
        // Joined words are rare and weigh as two: these are compared whatever else the names hold.
        ...asked.words.flatMap(({ text }) => joins.of(text)),
        ...joinsIn(asked).flatMap(vocabulary.placesOf),
        ...(isWhole(asked) ? nearWholes.near(asked.joined, editsAllowedInWhole).flat() : []),
      ])
      return [...found].toSorted((one, other) => one - other)
    },
  }
}
