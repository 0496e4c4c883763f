// All lint rules of a pack. What they allow is what the method can score and the project stands for.
import type { Pack } from '../domain/pack.ts'
import type { Catalogues } from './catalogue.ts'
import { lintAnswers } from './lint-answers.ts'
import { lintConditionTargets, lintOrder } from './lint-conditions.ts'
import { lintControls } from './lint-controls.ts'
import { lintDatedRules, lintStaleSources } from './lint-dates.ts'
import { lintFloorSources, lintMissingWhen } from './lint-flags.ts'
import { lintDomains, lintDuplicateIds, lintSources } from './lint-ids.ts'
import { lintLegalWords } from './lint-legal.ts'
import { lintLite } from './lint-lite.ts'
import { lintMonotoneFacts, lintMonotoneVerdicts, lintMonotoneVisibility } from './lint-monotone.ts'
import { lintUnreachable } from './lint-reach.ts'
import { lintLanguage, lintReadingGrade } from './lint-reading.ts'
import { lintRequest } from './lint-request.ts'
import { lintGates, lintWeights } from './lint-scoring.ts'
import { lintRewording, lintVersion } from './lint-versions.ts'
import { lintNoteWords, lintOriginWords } from './lint-words.ts'
import type { Finding, Problem } from './problem.ts'

/** What some rules compare with; a rule without what it needs finds nothing. */
export interface LintContext {
  readonly catalogues?: Catalogues | undefined
  /** The version of the pack before this one. */
  readonly previous?: Pack | undefined
}

type Rule = readonly [name: string, severity: Problem['severity'], find: (pack: Pack, context: LintContext) => Finding[]]

const rules: readonly Rule[] = [
  ['duplicate-id', 'error', lintDuplicateIds],
  ['unknown-domain', 'error', lintDomains],
  ['missing-source', 'error', lintSources],
  ['condition-target', 'error', lintConditionTargets],
  ['order', 'error', lintOrder],
  ['gate', 'error', lintGates],
  ['weight', 'error', lintWeights],
  ['monotone-visibility', 'error', lintMonotoneVisibility],
  ['monotone-fact', 'error', lintMonotoneFacts],
  ['monotone-verdict', 'error', lintMonotoneVerdicts],
  ['unverified-floor', 'error', lintFloorSources],
  ['missing-when', 'error', lintMissingWhen],
  ['answer', 'error', lintAnswers],
  ['unreachable', 'error', lintUnreachable],
  ['origin-word', 'error', lintOriginWords],
  ['legal-word', 'error', lintLegalWords],
  ['empty-lite', 'error', lintLite],
  ['sent-question', 'error', lintRequest],
  ['dated-rule', 'error', lintDatedRules],
  ['unknown-control', 'error', (pack, { catalogues }) => lintControls(pack, catalogues)],
  ['version', 'error', (pack, { previous }) => lintVersion(pack, previous)],
  ['rewording', 'warning', (pack, { previous }) => lintRewording(pack, previous)],
  ['origin-word-in-note', 'warning', lintNoteWords],
  ['stale-source', 'warning', lintStaleSources],
  ['reading-grade', 'warning', lintReadingGrade],
  ['language', 'warning', lintLanguage],
]

function apply(chosen: readonly Rule[], pack: Pack, context: LintContext): Problem[] {
  return chosen.flatMap(([rule, severity, find]) => find(pack, context).map((finding) => ({ ...finding, severity, rule })))
}

/** Problems in the order of the rules and, within a rule, of the pack; errors first. */
export function lintPack(pack: Pack, context: LintContext = {}): Problem[] {
  return apply(rules, pack, context)
}

/** The errors alone: empty when the pack may be used. */
export function lintErrors(pack: Pack): Problem[] {
  return apply(
    rules.filter(([, severity]) => severity === 'error'),
    pack,
    {},
  )
}
