// The exposure matrix: which third party can do what with which crown jewel, a few jewels to a table so that names stay readable.
import type { PortfolioDocument, PortfolioParty } from '#shared/domain/portfolio-document.ts'
import type { PortfolioModel, ReachTable } from '../../portfolio-model.ts'
import { fill, type ReportWords } from '../../words.ts'
import { impactText } from '../scope.ts'
import { shortName } from './standings.ts'

const jewelsPerTable = 8

function cellText(party: PortfolioParty, jewelId: string, words: ReportWords): string {
  const found = party.reach.find((one) => one.jewelId === jewelId)
  if (found === undefined) return ''
  const { stated } = found
  if (stated === null) return words.portfolio.reachNamed
  const letters = [
    [stated.see, words.portfolio.reachSee],
    [stated.copy, words.portfolio.reachCopy],
    [stated.change, words.portfolio.reachChange],
    [stated.stop, words.portfolio.reachStop],
  ] as const
  return letters.flatMap(([can, letter]) => (can ? [letter] : [])).join('')
}

/** Tables of eight jewels each; a row for each third party that reaches one of them, a column for each jewel. */
export function reachMatrix({ crownJewels, parties }: PortfolioDocument, words: ReportWords): PortfolioModel['reach'] {
  const numbered = crownJewels.map((jewel, index) => ({ jewel, number: fill(words.portfolio.reachJewel, { number: String(index + 1) }) }))
  const tables: ReachTable[] = []
  for (let from = 0; from < numbered.length; from += jewelsPerTable) {
    const part = numbered.slice(from, from + jewelsPerTable)
    const rows = parties
      .map((party) => ({ name: shortName(party), cells: part.map(({ jewel }) => cellText(party, jewel.id, words)) }))
      .filter(({ cells }) => cells.some((cell) => cell !== ''))
    if (rows.length > 0) tables.push({ jewels: part.map(({ number }) => number), rows })
  }
  return {
    legend: words.portfolio.reachLegend,
    jewels: numbered.map(({ jewel, number }) => ({
      number,
      name: jewel.name,
      impact: impactText(jewel, words),
    })),
    tables,
    none: tables.length === 0 ? words.portfolio.reachNone : '',
  }
}
