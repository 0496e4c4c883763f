// The bundle: one assessment with all it needs, to carry from one vault to another.
import { z } from 'zod'
import { Answer } from '../domain/answer.ts'
import { Assessment } from '../domain/assessment.ts'
import { Screening } from '../domain/assessment-screening.ts'
import { CrownJewel } from '../domain/crown-jewel.ts'
import { Decision } from '../domain/decision.ts'
import { Sha256Hex } from '../domain/ids.ts'
import { Organization } from '../domain/organization.ts'
import { Pack } from '../domain/pack.ts'
import { ThirdParty } from '../domain/third-party.ts'
import { Instant } from '../domain/time.ts'
import { type ExchangeProblem, type FileReading, refused } from './problem.ts'
import { hashOf, openSealed, sealText, type Sha256 } from './sealed-file.ts'

const format = 'gatehouse.bundle'

export const Bundle = z.strictObject({
  format: z.literal(format),
  formatVersion: z.literal(1),
  exportedAt: Instant,
  organization: Organization,
  crownJewels: z.array(CrownJewel).max(500),
  thirdParty: ThirdParty,
  assessment: Assessment,
  /** The whole pack, so that an own pack travels with the answers that were given to it. */
  pack: Pack,
  answers: z.array(Answer).max(1_000),
  screening: Screening.nullable(),
  decision: Decision.nullable(),
  sha256: Sha256Hex,
})
export type Bundle = z.infer<typeof Bundle>

export type BundleContent = Omit<Bundle, 'format' | 'formatVersion' | 'sha256'>

type Check = readonly [isRight: boolean, path: string, message: string]

function twice(ids: readonly string[]): (id: string, index: number) => boolean {
  return (id, index) => ids.indexOf(id) !== index
}

/** Where the parts of a bundle contradict each other. */
function contradictions(content: BundleContent, sha256: Sha256): ExchangeProblem[] {
  const { assessment, thirdParty, pack, answers, crownJewels } = content
  const questionIds = new Set<string>(pack.questions.map((question) => question.id))
  const jewelIds = new Set<string>(crownJewels.map((jewel) => jewel.id))
  const isSecondAnswer = twice(answers.map((answer) => answer.questionId))
  const isSecondJewel = twice(crownJewels.map((jewel) => jewel.id))
  const { id, version, sha256: packHash } = assessment.pack
  const checks: readonly Check[] = [
    [assessment.thirdPartyId === thirdParty.id, 'assessment.thirdPartyId', 'is not the third party in this file'],
    [
      thirdParty.relationships.includes(assessment.relationship),
      'assessment.relationship',
      'is not a relationship of the third party in this file',
    ],
    [
      pack.id === id && pack.version === version && hashOf(pack, sha256) === packHash,
      'assessment.pack',
      'is not the question pack in this file',
    ],
    ...answers.flatMap(({ questionId, value }, index): Check[] => [
      [questionIds.has(questionId), `answers.${index}.questionId`, `${questionId} is not a question of the pack in this file`],
      [!isSecondAnswer(questionId, index), `answers.${index}.questionId`, `${questionId} is answered a second time`],
      [
        value.kind !== 'jewels' || value.jewelIds.every((jewelId) => jewelIds.has(jewelId)),
        `answers.${index}.value.jewelIds`,
        'names a crown jewel that is not in this file',
      ],
    ]),
    ...crownJewels.map((jewel, index): Check => [!isSecondJewel(jewel.id, index), `crownJewels.${index}.id`, 'stands here a second time']),
  ]
  return checks
    .filter(([isRight]) => !isRight)
    .map(([, path, message]) => ({ code: 'inconsistent', path, message: `${message}; export the assessment again` }))
}

/** The text of the bundle file. Throws when the parts contradict each other, which a vault does not allow. */
export function writeBundle(content: BundleContent, sha256: Sha256): string {
  const [first] = contradictions(content, sha256)
  if (first !== undefined) throw new Error(`The assessment cannot be exported: ${first.path} ${first.message}.`)
  return sealText(Bundle.omit({ sha256: true }).parse({ format, formatVersion: 1, ...content }), sha256)
}

const maxLength = 50_000_000

/**
 * Reads a bundle as a whole, or says what is wrong with it. Writing what was read gives the same bytes. Whoever stores it does so in one
 * transaction, so that nothing is ever half imported.
 */
export function readBundle(text: string, sha256: Sha256): FileReading<BundleContent> {
  const opened = openSealed(text, { format, formatVersion: 1, maxLength, schema: Bundle }, sha256)
  if (!opened.ok) return opened
  const { format: _format, formatVersion: _version, sha256: _hash, ...content } = opened.value
  const problems = contradictions(content, sha256)
  return problems.length > 0 ? refused(problems) : { ok: true, value: content }
}
