// Fills an open vault with as many third parties and answers as wanted: fast, and the same ones every time.
import { AssessmentId, JewelId, ThirdPartyId } from '#shared/domain/ids.ts'
import { AnswerInput } from '#shared/domain/answer.ts'
import { relationshipKinds } from '#shared/domain/relationship.ts'
import { isAsked } from '#shared/scoring/plan.ts'
import { addAssessment } from '#main/features/assessments/queries.ts'
import { addCrownJewel } from '#main/features/crown-jewels/queries.ts'
import { saveReach } from '#main/features/exposure/queries.ts'
import { freezeAssessment } from '#main/features/reports/queries.ts'
import { addRelationship, addThirdParty } from '#main/features/third-parties/queries.ts'
import type { LoadedPack } from '#main/packs/pack-library.ts'
import { addAnswerRevision, saveAnswer } from '#main/records/answer-writing.ts'
import { addPack } from '#main/records/pack.ts'
import type { WriteDb } from '#main/store/database.ts'
import type { Store } from '#main/store/store.ts'

export interface Size {
  readonly partyCount: number
  /** Each third party has one assessment with so many answers, as far as its questions go. */
  readonly answersEach: number
}

const starts = ['Nord', 'Kestrel', 'Tanaka', 'Oré', 'Halden', 'Vistula', 'Brightwell', 'Ashgrove', 'Lumen', 'Corvid', 'Sør', 'Matterhorn']
const middles = ['Optics', 'Logistics', 'Sequencing', 'Foundry', 'Marine', 'Systems', 'Capital', 'Analytics', 'Polymers', 'Cleaning']
const ends = ['Ltd', 'GmbH', 'Inc.', 'S.A.', 'AB', 'K.K.', 'B.V.']
const jewels = ['Formulas', 'Customer data', 'Source code', 'Plans of the plant', 'Contracts', 'Payroll', 'Research notes', 'Signing keys']
const countries = ['US', 'DE', 'FR', 'GB', 'JP', 'SE', 'NL', 'PL', 'IN', 'BR', 'CA', '']

const pick = <Value>(values: readonly [Value, ...Value[]] | readonly Value[], index: number): Value => {
  const value = values[index % values.length]
  if (value === undefined) throw new Error('There is nothing to pick from.')
  return value
}

const uuid = (kind: number, index: number) => `${kind.toString(16).padStart(8, '0')}-0000-4000-8000-${index.toString(16).padStart(12, '0')}`
const day = (index: number) => new Date(Date.UTC(2024, 0, 1) + ((index * 7) % 900) * 86_400_000).toISOString()

function answerTo(questionId: string, index: number): AnswerInput {
  const choice = pick(['yes', 'yes', 'yes', 'partly', 'no'] as const, index)
  const value = index % 11 === 0 ? ({ kind: 'unknown' } as const) : ({ kind: 'practice', choice } as const)
  return AnswerInput.parse({ questionId, value, note: index % 5 === 0 ? 'As told on the telephone.' : '', evidenceGrade: 'B' })
}

interface Filling {
  readonly tx: WriteDb
  readonly pack: LoadedPack
  readonly size: Size
}

function addParty({ tx }: Filling, index: number): ThirdPartyId {
  const id = ThirdPartyId.parse(uuid(1, index))
  const name = `${pick(starts, index)} ${pick(middles, Math.floor(index / 12))} ${String(index)} ${pick(ends, index)}`
  tx.run(addThirdParty, {
    id,
    legalName: name,
    nativeName: '',
    registrationNumber: `HRB ${String(10_000 + index)}`,
    country: pick(countries, index),
    note: '',
    addedAt: day(index),
  })
  tx.run(addRelationship, { id, kind: pick(relationshipKinds, index) })
  return id
}

function addAnswered({ tx, pack, size }: Filling, thirdPartyId: ThirdPartyId, index: number): void {
  const id = AssessmentId.parse(uuid(2, index))
  const relationship = pick(relationshipKinds, index)
  const startedAt = day(index)
  const packSha256 = pack.reference.sha256
  tx.run(addAssessment, { id, thirdPartyId, relationship, profile: 'full', packSha256, asOf: startedAt.slice(0, 10), startedAt })
  const practices = pack.pack.questions.filter((question) => question.answer.kind === 'practice' && isAsked(question, relationship, 'full'))
  for (const [place, question] of practices.slice(0, size.answersEach).entries()) {
    const content = JSON.stringify(answerTo(question.id, index + place))
    const row = { assessmentId: id, questionId: question.id, revision: 1, content, savedAt: startedAt }
    tx.run(saveAnswer, row)
    tx.run(addAnswerRevision, row)
  }
  // Two of three are finished; their reports are left out, because no list reads them.
  if (index % 3 !== 0) tx.run(freezeAssessment, { id, signedAt: startedAt })
}

function addJewels({ tx }: Filling): void {
  for (const [index, name] of jewels.entries())
    tx.run(addCrownJewel, {
      id: JewelId.parse(uuid(3, index)),
      name,
      impact: index % 2 === 0 ? 4 : 3,
      note: '',
      addedAt: day(index),
    })
}

/** Two of three can reach crown jewels: two of them each. */
function addReaches({ tx }: Filling, thirdPartyId: ThirdPartyId, index: number): void {
  if (index % 3 === 2) return
  for (const place of [index, index + 3]) {
    const jewelId = JewelId.parse(uuid(3, place % jewels.length))
    tx.run(saveReach, { thirdPartyId, jewelId, see: 1, copy: place % 2, change: 0, stop: index % 2, changedAt: day(index) })
  }
}

/** Third parties with an assessment each, in transactions of 500. Outcomes are stale afterwards. */
export function fillVault(store: Store, pack: LoadedPack, size: Size): void {
  const { reference, content } = pack
  for (let from = 0; from < size.partyCount; from += 500) {
    const payload = { from }
    store.write({ action: 'bench.fill', subject: '', payload }, (tx) => {
      tx.run(addPack, { ...reference, content })
      const filling = { tx, pack, size }
      if (from === 0) addJewels(filling)
      for (let index = from; index < Math.min(from + 500, size.partyCount); index += 1) {
        const thirdPartyId = addParty(filling, index)
        addReaches(filling, thirdPartyId, index)
        addAnswered(filling, thirdPartyId, index)
      }
    })
  }
}
