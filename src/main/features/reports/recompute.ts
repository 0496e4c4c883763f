// Works out again what the data in a report states, as far as it follows from what is attached, and says what does not.
import type { Verdict } from '#shared/contract/verdict.ts'
import type { SignedDocument } from '#shared/domain/assessment-document.ts'
import type { Pack, PackReference } from '#shared/domain/pack.ts'
import type { ProgrammeDocument } from '#shared/domain/programme-document.ts'
import { spellOut } from '#shared/domain/text.ts'
import { scoreProgramme } from '#shared/scoring/programme.ts'
import { asVersion1 } from '#shared/scoring/result-version-1.ts'
import { score } from '#shared/scoring/score.ts'
import type { PdfVerdict } from '#main/report/verification/verdict.ts'
import { canonicalJson } from '#main/store/canonical-json.ts'
import type { Attached, Found } from './attached-document.ts'
import { foreignTo } from './foreign-to.ts'
import { recomputePortfolio } from './recompute-portfolio.ts'

type Content = Verdict['content']
export type FindPack = (reference: PackReference) => Pack | undefined

const doNotRely = 'Do not rely on what is printed in this file.'

function otherPack({ id, version }: PackReference): Pick<Content, 'state' | 'reasons'> {
  const name = spellOut(`${id} ${version}`)
  return { state: 'other-pack', reasons: [`It was made with question pack ${name}, which is not installed here.`] }
}

/** Scores the attached answers again and compares the whole result with the one stated. */
function recomputeAssessment(document: SignedDocument, pack: Pack): string[] {
  const result = score({ ...document, pack, jewels: document.crownJewels })
  const again = document.formatVersion === 1 ? asVersion1(result) : result
  if (canonicalJson(again) === canonicalJson(document.result)) return []
  return [`The attached answers do not give the attached result. ${doNotRely}`]
}

function recomputeProgramme({ asOf, answers, result, treatments }: ProgrammeDocument, pack: Pack): string[] {
  const meanings = new Map<string, number>(pack.questions.map(({ id, meaning }) => [id, meaning]))
  const foreign = answers.filter(({ questionId, meaning }) => meanings.get(questionId) !== meaning)
  const again = scoreProgramme({ pack, asOf, answers })
  const asked = new Set<string>(again.shown)
  return [
    ...(canonicalJson(again) === canonicalJson(result)
      ? []
      : [`The attached answers do not give the attached gaps and flags. ${doNotRely}`]),
    ...(foreign.length === 0 ? [] : ['There are answers to questions that its question pack does not ask.']),
    ...(new Set(answers.map(({ questionId }) => questionId)).size === answers.length ? [] : ['A question is answered twice.']),
    ...(treatments.every(({ questionId }) => asked.has(questionId)) ? [] : ['Its plan names questions that were not asked.']),
  ]
}

const follows = {
  assessment: 'The attached answers give exactly the attached result.',
  portfolio: 'The attached rows agree with themselves: tiers with their ranks and flags, drivers, days, and which assessment counts.',
  programme: 'The attached answers give exactly the attached gaps, flags and findings of the three steps.',
} as const

const asStated = {
  assessment: ['Answers, notes, evidence, the decision and the plan are as the signer stated them.'],
  portfolio: [
    'The tiers, flags and decisions are as the assessments behind them stated. Those are not attached: check each by its own signed report.',
    'Names, who can reach which crown jewel, and treatments are as the vault stated them.',
  ],
  programme: ['The answers, the register of crown jewels, how many third parties reach each, and the plan are as the vault stated them.'],
} as const

function compare(attached: Attached, findPack: FindPack): Pick<Content, 'state' | 'reasons'> {
  const { kind, document } = attached
  const pack = kind === 'portfolio' ? undefined : findPack(document.pack)
  if (kind !== 'portfolio' && pack === undefined) return otherPack(document.pack)
  const differences = pack === undefined ? portfolioDifferences(attached) : scoreDifferences(attached, pack)
  return differences.length === 0 ? { state: 'recomputes', reasons: [follows[kind]] } : { state: 'differs', reasons: differences }
}

function portfolioDifferences({ kind, document }: Attached): string[] {
  return kind === 'portfolio' ? recomputePortfolio(document) : []
}

function scoreDifferences({ kind, document }: Attached, pack: Pack): string[] {
  if (kind === 'assessment') return recomputeAssessment(document, pack)
  return kind === 'programme' ? recomputeProgramme(document, pack) : []
}

/** Whether what the attached data states follows from itself, and whether it belongs to the signature. */
export function recompute(found: Found, verdict: PdfVerdict, findPack: FindPack): Content {
  if (found.state !== 'read') return { kind: null, state: found.state, reasons: [found.reason], asStated: [] }
  const { attached } = found
  const { kind } = attached
  const foreign = foreignTo(attached, verdict)
  const own = compare(attached, findPack)
  if (foreign.length === 0) return { kind, ...own, asStated: [...asStated[kind]] }
  return { kind, state: 'differs', reasons: [...foreign, ...(own.state === 'differs' ? own.reasons : [])], asStated: [...asStated[kind]] }
}
