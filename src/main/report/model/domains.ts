// One line for each domain: its gap as text and bar, its tier, and what was set aside.
import type { z } from 'zod'
import type { Domain } from '#shared/domain/pack.ts'
import type { DomainResult } from '#shared/scoring/result.ts'
import type { DomainLine } from '../report-model.ts'
import { fill } from '../words.ts'
import type { CaseFile } from './case-file.ts'
import { answerKind } from './answers.ts'
import { printedTierRange, writtenGap } from './written.ts'

interface ScoredDomain {
  readonly domain: z.infer<typeof Domain>
  readonly result: z.infer<typeof DomainResult>
}

/** State of a domain of checks: stopped or raised by a fired flag, open while an answer or a flag is open, else clear. */
function checkState(domain: ScoredDomain['domain'], file: CaseFile): string {
  const { checkState: state } = file.words
  const own = file.asked.filter((question) => question.domain === domain.id)
  const ids: ReadonlySet<string> = new Set(own.map((question) => question.id))
  const flags = file.document.result.flags.filter((flag) => ids.has(flag.ruleId))
  const fired = flags.filter((flag) => flag.state === 'fired')
  if (fired.some((flag) => flag.level === 'stop')) return state.stopped
  if (fired.length > 0) return state.raised
  const isOpen = flags.length > 0 || own.some((question) => answerKind(question, file.answers.get(question.id), file) === 'open')
  return isOpen ? state.open : state.clear
}

function stateText({ domain, result }: ScoredDomain, file: CaseFile): string {
  return result.state === 'assessed' && domain.kind === 'check' ? checkState(domain, file) : file.words.domainState[result.state]
}

function excludedNote(result: ScoredDomain['result'], file: CaseFile): string {
  if (result.notApplicableWeight === 0) return ''
  return fill(file.words.sentence.weightExcluded, {
    weight: String(result.notApplicableWeight),
    total: String(result.notApplicableWeight + result.weightTotal),
  })
}

function domainLine(scored: ScoredDomain, file: CaseFile): DomainLine {
  const { domain, result } = scored
  const { words, document } = file
  const state = stateText(scored, file)
  const gapText = result.gap === null ? state : writtenGap(result.gap, words)
  const tier = result.residual === null ? null : printedTierRange(result.residual, words)
  const alt = fill(words.sentence.barAlt, { domain: domain.title, gap: gapText, tier: tier?.text ?? state })
  return {
    id: domain.id,
    title: domain.title,
    purpose: domain.purpose,
    step: domain.step,
    bar: result.gap === null ? null : { loBp: result.gap.loBp, hiBp: result.gap.hiBp, alt },
    gapText,
    tier,
    note: excludedNote(result, file),
    isDriver: document.result.driver?.kind === 'domain' && document.result.driver.id === domain.id,
  }
}

/** All domains but those of mere facts, in pack order. */
export function domainLines(file: CaseFile): DomainLine[] {
  return file.domains.filter(({ domain }) => domain.kind !== 'facts').map((scored) => domainLine(scored, file))
}
