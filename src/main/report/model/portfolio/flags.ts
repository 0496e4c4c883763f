// The floors that stand over all third parties, by rule: STOP first, and where most third parties are concerned.
import { flagLevels } from '#shared/domain/question.ts'
import type { FlagGroup } from '../../portfolio-model.ts'
import { fill, type ReportWords } from '../../words.ts'
import { shortName, type Standing } from './standings.ts'

/** A rule names this many third parties; the rest is a count. */
const shownNames = 12

type Flag = NonNullable<Standing['assessed']>['flags'][number]

interface Group {
  readonly flag: Flag
  readonly names: Set<string>
  /** The third parties of each state. */
  readonly parties: { readonly fired: Set<string>; readonly unresolved: Set<string> }
}

function groupsOf(standings: readonly Standing[]): Group[] {
  const groups = new Map<string, Group>()
  for (const { party, assessed } of standings)
    for (const flag of assessed?.flags ?? []) {
      const key = `${flag.level} ${flag.ruleId} ${flag.reason}`
      const group = groups.get(key) ?? { flag, names: new Set(), parties: { fired: new Set<string>(), unresolved: new Set<string>() } }
      group.names.add(shortName(party))
      group.parties[flag.state].add(party.thirdPartyId)
      groups.set(key, group)
    }
  return [...groups.values()]
}

function printedGroup({ flag, names, parties }: Group, words: ReportWords): FlagGroup {
  const { ruleId, level, reason } = flag
  const fired = parties.fired.size
  const state = fired > 0 ? 'fired' : 'unresolved'
  const shown = [...names].slice(0, shownNames).join(' · ')
  const left = names.size - shownNames
  return {
    flag: { ruleId, level, state, reason, levelWord: words.flagLevel[level], stateWord: words.flagState[state] },
    standing: fill(words.portfolio.flagStanding, { fired: String(fired), unresolved: String(parties.unresolved.size) }),
    parties: left > 0 ? fill(words.portfolio.flagMore, { names: shown, count: String(left) }) : shown,
  }
}

/** One line for each rule that has fired or is unresolved somewhere. Rules of different packs with one id and one reason are one. */
export function flagGroups(standings: readonly Standing[], words: ReportWords): FlagGroup[] {
  const order = ({ flag, names }: Group) => flagLevels.indexOf(flag.level) * 1_000_000 + names.size
  return groupsOf(standings)
    .toSorted((one, other) => order(other) - order(one))
    .map((group) => printedGroup(group, words))
}
