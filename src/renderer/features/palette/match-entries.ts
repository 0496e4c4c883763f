// Which entries fit what was typed, the best first.
import { groups, type Entry, type Group } from './entry.ts'

/** How many entries of one group are shown. */
const groupLimit = 8

/** Lower case and without accents, so that "Resume" finds "Résumé". */
function fold(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase('en')
}

/** 3: the label begins with it. 2: a word begins with it. 1: it stands somewhere. 0: it does not. */
function scoreOf(term: string, label: string, more: string): number {
  if (label.startsWith(term)) return 3
  if (` ${label} ${more}`.includes(` ${term}`)) return 2
  return label.includes(term) || more.includes(term) ? 1 : 0
}

/** Points of an entry for all terms; null when one of them is missing in it. */
function pointsOf(entry: Entry, terms: readonly string[]): number | null {
  if (entry.isFound === true) return 0
  const label = fold(entry.label)
  const more = fold(`${entry.detail ?? ''} ${entry.keywords ?? ''}`)
  const scores = terms.map((term) => scoreOf(term, label, more))
  return scores.includes(0) ? null : scores.reduce((sum, score) => sum + score, 0)
}

export interface MatchedGroup {
  readonly group: Group
  readonly entries: readonly Entry[]
}

/**
 * The entries that hold every word of `text`, in their groups, at most eight each; within a group those that begin with it come first,
 * then the order in which they were given. Without text: the recent ones, places and actions.
 */
export function matchEntries(entries: readonly Entry[], text: string): MatchedGroup[] {
  const terms = fold(text).split(/\s+/).filter(Boolean)
  const isShown = (group: Group) =>
    terms.length === 0 ? group === 'recent' || group === 'places' || group === 'actions' : group !== 'recent'
  return groups.flatMap((group) => {
    if (!isShown(group)) return []
    const rated = entries.flatMap((entry) => {
      const points = entry.group === group ? pointsOf(entry, terms) : null
      return points === null ? [] : [{ entry, points }]
    })
    const limit = terms.length === 0 ? rated.length : groupLimit
    const best = rated.toSorted((a, b) => b.points - a.points).slice(0, limit)
    return best.length === 0 ? [] : [{ group, entries: best.map(({ entry }) => entry) }]
  })
}
