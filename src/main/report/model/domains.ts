// One line for each domain: its gap as text and bar, its tier, and what was set aside.
import type { z } from 'zod'
import type { Domain } from '#shared/domain/pack.ts'
import type { DomainResult } from '#shared/scoring/result.ts'
import type { DomainLine } from '../report-model.ts'
import { fill } from '../words.ts'
import type { QuestionFile } from './case-file.ts'
import { answerKind } from './answers.ts'
import { printedTierRange, writtenGap } from './written.ts'

interface ScoredDomain {
  readonly domain: z.infer<typeof Domain>
  readonly result: z.infer<typeof DomainResult>
}

interface State {
  readonly word: string
  readonly alarm: DomainLine['alarm']
}

/** State of a domain of checks: stopped or raised by a fired flag, open while an answer or a flag is open, else clear. */
function checkState(domain: ScoredDomain['domain'], file: QuestionFile): State {
  const { checkState: state } = file.words
  const own = file.asked.filter((question) => question.domain === domain.id)
  const ids: ReadonlySet<string> = new Set(own.map((question) => question.id))
  const flags = file.document.result.flags.filter((flag) => ids.has(flag.ruleId))
  const fired = flags.filter((flag) => flag.state === 'fired')
  if (fired.some((flag) => flag.level === 'stop')) return { word: state.stopped, alarm: 'stop' }
  if (fired.length > 0) return { word: state.raised, alarm: 'high' }
  const isOpen = flags.length > 0 || own.some((question) => answerKind(question, file.answers.get(question.id), file) === 'open')
  return { word: isOpen ? state.open : state.clear, alarm: null }
}

function stateOf({ domain, result }: ScoredDomain, file: QuestionFile): State {
  if (result.state === 'assessed' && domain.kind === 'check') return checkState(domain, file)
  return { word: file.words.domainState[result.state], alarm: null }
}

function excludedNote(result: ScoredDomain['result'], file: QuestionFile): string {
  if (result.notApplicableWeight === 0) return ''
  return fill(file.words.sentence.weightExcluded, {
    weight: String(result.notApplicableWeight),
    total: String(result.notApplicableWeight + result.weightTotal),
  })
}

function domainLine(scored: ScoredDomain, file: QuestionFile): DomainLine {
  const { domain, result } = scored
  const { words, document } = file
  const state = stateOf(scored, file)
  const gapText = result.gap === null ? state.word : writtenGap(result.gap, words)
  const tier = result.residual === null ? null : printedTierRange(result.residual, words)
  const alt = fill(words.sentence.barAlt, { domain: domain.title, gap: gapText, tier: tier?.text ?? state.word })
  return {
    id: domain.id,
    title: domain.title,
    purpose: domain.purpose,
    step: domain.step,
    bar: result.gap === null ? null : { loBp: result.gap.loBp, hiBp: result.gap.hiBp, alt },
    gapText,
    tier,
    alarm: state.alarm,
    note: excludedNote(result, file),
    isDriver: document.result.driver?.kind === 'domain' && document.result.driver.id === domain.id,
  }
}

/** All domains but those of mere facts, in pack order. */
export function domainLines(file: QuestionFile): DomainLine[] {
  return file.domains.filter(({ domain }) => domain.kind !== 'facts').map((scored) => domainLine(scored, file))
}
