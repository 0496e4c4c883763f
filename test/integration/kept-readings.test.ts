// What Home and the portfolio keep of the vault is what reading all of it gives, after whatever was changed, and by whom.
import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { tierRank } from '#shared/domain/tier.ts'
import { AssessmentId, ThirdPartyId } from '#shared/domain/ids.ts'
import { relationshipKinds } from '#shared/domain/relationship.ts'
import { assessmentHandlers } from '#main/features/assessments/handlers.ts'
import { crownJewelHandlers } from '#main/features/crown-jewels/handlers.ts'
import type { FeatureContext } from '#main/features/feature-context.ts'
import { homeHandlers } from '#main/features/home/handlers.ts'
import { organizationHandlers } from '#main/features/organization/handlers.ts'
import { portfolioHandlers } from '#main/features/portfolio/handlers.ts'
import { freezeAssessment } from '#main/features/reports/queries.ts'
import { thirdPartyHandlers } from '#main/features/third-parties/handlers.ts'
import { createPackLibrary } from '#main/packs/pack-library.ts'
import { deleteThirdParty } from '#main/records/third-party-writing.ts'
import type { WriteDb } from '#main/store/database.ts'
import { command, query } from '#main/store/statement.ts'
import type { Store } from '#main/store/store.ts'
import { noTokens } from '#main/tokens/ask-token.ts'
import { answer, practice } from '#test/generators/answers.ts'
import { resourcesDirectory } from '#test/support/engine-session.ts'
import { openNew } from '#test/support/opened-vault.ts'
import { steppingClock, vaultEnvironment } from '#test/support/vault-place.ts'

const packs = createPackLibrary(resourcesDirectory)

async function openContext(): Promise<FeatureContext> {
  const { vault } = await openNew()
  const refuse = () => {
    throw new Error('Nothing here needs this.')
  }
  return {
    environment: vaultEnvironment(),
    now: steppingClock(),
    newId: randomUUID,
    resourcesDirectory,
    reportLanguage: 'en',
    applicationVersion: '0.1.0',
    packs,
    grants: { pathOf: refuse },
    tokens: noTokens,
    report: refuse,
    isCancelled: refuse,
    inTurn: refuse,
    backUpNow: refuse,
    makeSample: refuse,
    vault: () => vault,
    setVault: refuse,
  }
}

/** Handlers that have read nothing yet. */
const readersOf = (context: FeatureContext) => ({ ...homeHandlers(context), ...portfolioHandlers(context) })
const writersOf = (context: FeatureContext) => ({
  ...assessmentHandlers(context),
  ...crownJewelHandlers(context),
  ...organizationHandlers(context),
  ...thirdPartyHandlers(context),
})

const page = { filter: {}, offset: 0, limit: 50 }
const readAll = async (readers: ReturnType<typeof readersOf>) => ({
  home: await readers['home.read']({}),
  map: await readers['portfolio.read']({}),
  signed: await readers['portfolio.read']({ status: 'signed' }),
  list: await readers['portfolio.list'](page),
})

const Cell = z.strictObject({ inherent: z.int(), band: z.int().nullable(), count: z.int() })
const countCells = query(
  `SELECT inherent_worst AS inherent, gap_band_worst AS band, count(*) AS count FROM assessment_outcome JOIN assessment ON id = assessment_id
   WHERE is_standing = 1 AND is_assessed = 1 AND third_party_id NOT IN (SELECT third_party_id FROM third_party_archive) GROUP BY 1, 2 ORDER BY 1, 2`,
  Cell,
)
const countReady = query(
  `SELECT count(*) AS count FROM assessment JOIN assessment_outcome ON assessment_id = id
   WHERE status = 'draft' AND can_finalise = 1 AND answered_count >= shown_count
     AND third_party_id NOT IN (SELECT third_party_id FROM third_party_archive)`,
  z.strictObject({ count: z.int() }),
)
const readParties = query('SELECT id FROM third_party ORDER BY id', z.strictObject({ id: ThirdPartyId }))
const readDrafts = query("SELECT id FROM assessment WHERE status = 'draft' ORDER BY id", z.strictObject({ id: AssessmentId }))
const countAssessmentsOf = query('SELECT count(*) AS count FROM assessment WHERE third_party_id = :id', z.strictObject({ count: z.int() }))
/** Says nothing of whose row it changes. */
const makeReady = command('UPDATE assessment_outcome SET can_finalise = 1, answered_count = shown_count WHERE assessment_id = :id')
const moveBand = command('UPDATE assessment_outcome SET inherent_worst = 1 + inherent_worst % 4, is_assessed = 1 WHERE assessment_id = :id')

const ofVault = ['add', 'jewel'] as const
const ofParty = ['start', 'rename', 'remove', 'archive', 'restore'] as const
const ofDraft = ['save', 'clear', 'sign', 'decide', 'ready', 'move', 'fail', 'date'] as const
const step = fc.record({
  act: fc.oneof(
    { weight: 1, arbitrary: fc.record({ of: fc.constant('vault' as const), kind: fc.constantFrom(...ofVault) }) },
    { weight: 2, arbitrary: fc.record({ of: fc.constant('party' as const), kind: fc.constantFrom(...ofParty) }) },
    { weight: 4, arbitrary: fc.record({ of: fc.constant('draft' as const), kind: fc.constantFrom(...ofDraft) }) },
  ),
  at: fc.nat(),
  seed: fc.nat(),
})
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

const pick = <Value>(values: readonly Value[], at: number) => values[at % values.length]
const change = (action: string) => ({ action: `test.${action}`, subject: '', payload: {} })

async function startCase() {
  const context = await openContext()
  const write = writersOf(context)
  await write['organization.save']({ name: 'Brightwell Diagnostics, Inc.', country: 'US', activity: '', contact: '' })
  const { crownJewel } = await write['crownJewels.add']({ name: 'Assay design', impact: 4, note: '' })
  const store = context.vault()?.store
  if (store === undefined) throw new Error('The vault is open.')
  return { context, write, store, crownJewel }
}
type Case = Awaited<ReturnType<typeof startCase>>

async function addParty({ write }: Case, seed: number) {
  const relationships = relationshipKinds.filter((_, index) => ((1 + (seed % 7)) >> index) % 2 === 1)
  const details = { legalName: `Party ${seed % 50}`, nativeName: '', registrationNumber: '', country: '', note: '', relationships }
  return (await write['thirdParties.add'](details)).thirdParty
}

function failWriting(store: Store, work: (tx: WriteDb) => void): void {
  const failing = () =>
    store.write(change('fail'), (tx) => {
      work(tx)
      throw new Error('taken back')
    })
  expect(failing).toThrow('taken back')
}

/** A practice question of the draft, and the revision that its answer has. */
async function questionOf({ write }: Case, id: AssessmentId, seed: number) {
  const { answers, pack } = await write['assessments.read']({ id })
  const practices = pack.questions.filter((one) => one.answer.kind === 'practice')
  const question = pick(practices.slice(0, 6), seed)
  if (question === undefined) throw new Error('The pack has practice questions.')
  return { questionId: question.id, baseRevision: answers.find(({ questionId }) => questionId === question.id)?.revision ?? 0 }
}

function changeDraft(given: Case, id: AssessmentId, seed: number): Record<(typeof ofDraft)[number], () => unknown> {
  const { write, store, context } = given
  const outcome = pick(['proceed', 'decline'] as const, seed) ?? 'proceed'
  const choice = pick(['yes', 'partly', 'no'] as const, seed) ?? 'no'
  return {
    save: async () => {
      const { questionId, baseRevision } = await questionOf(given, id, seed)
      return write['answer.save']({ assessmentId: id, baseRevision, answer: answer(questionId, practice(choice)) })
    },
    clear: async () => {
      const { questionId, baseRevision } = await questionOf(given, id, seed)
      return baseRevision === 0 ? undefined : write['answer.clear']({ assessmentId: id, questionId, baseRevision })
    },
    sign: () => store.write(change('sign'), (tx) => tx.run(freezeAssessment, { id, signedAt: context.now() })),
    decide: () =>
      write['decision.save']({
        assessmentId: id,
        decision: { outcome, rationale: 'Because.', conditions: [], decidedBy: 'Dana Reyes' },
      }),
    ready: () => store.write(change('ready'), (tx) => tx.run(makeReady, { id })),
    move: () => store.write(change('move'), (tx) => tx.run(moveBand, { id })),
    fail: () => failWriting(store, (tx) => tx.run(moveBand, { id })),
    date: () => write['assessments.bringToToday']({ id }),
  }
}

async function changeParty({ write, store }: Case, id: ThirdPartyId, seed: number) {
  const { thirdParty } = await write['thirdParties.read']({ id })
  const relationship = pick(thirdParty.relationships, seed) ?? 'supplier'
  const many = (kind: 'archive' | 'restore') => () => write['thirdParties.changeMany']({ ids: [id], change: { kind } })
  const acts: Record<(typeof ofParty)[number], () => unknown> = {
    start: () => write['assessments.start']({ thirdPartyId: id, relationship, profile: 'lite' }),
    rename: () => write['thirdParties.change']({ ...thirdParty, legalName: `Renamed ${seed % 50}` }),
    remove: () => {
      const isNeeded = store.first(countAssessmentsOf, { id })?.count !== 0
      return isNeeded ? undefined : store.write(change('remove'), (tx) => deleteThirdParty(tx, id))
    },
    archive: many('archive'),
    restore: many('restore'),
  }
  return acts
}

async function perform(given: Case, { act, at, seed }: Step): Promise<unknown> {
  const { write, store, crownJewel } = given
  if (act.of === 'vault')
    return act.kind === 'add'
      ? addParty(given, seed)
      : write['crownJewels.change']({ ...crownJewel, impact: pick([1, 2, 3, 4] as const, seed) ?? 1 })
  if (act.of === 'party') {
    const party = pick(store.all(readParties), at)
    return party === undefined ? undefined : (await changeParty(given, party.id, seed))[act.kind]()
  }
  const draft = pick(store.all(readDrafts), at)
  return draft === undefined ? undefined : changeDraft(given, draft.id, seed)[act.kind]()
}

describe('what is kept of the vault', () => {
  test('is what reading all of it gives, after any change', async () => {
    const given = await startCase()
    for (const seed of [0, 1, 2, 6]) {
      const { id, relationships } = await addParty(given, seed)
      for (const relationship of relationships) await given.write['assessments.start']({ thirdPartyId: id, relationship, profile: 'lite' })
    }
    const keeping = readersOf(given.context)
    const compare = async () => {
      // A list gives up after a moment on a slow machine.
      while ((await given.write['outcomes.refresh']({})).staleCount > 0);
      const kept = await readAll(keeping)
      expect(kept).toEqual(await readAll(readersOf(given.context)))
      const cells = kept.map.cells.map(({ inherent, ...rest }) => ({ ...rest, inherent: tierRank(inherent) }))
      expect(cells).toHaveLength(given.store.all(countCells).length)
      expect(cells).toEqual(expect.arrayContaining(given.store.all(countCells)))
      expect(kept.home.undecided.count).toBe(given.store.first(countReady)?.count)
      return kept
    }
    expect((await compare()).home.undecided.count).toBe(0)
    for (const at of [0, 1, 2]) await perform(given, { act: { of: 'draft', kind: 'ready' }, at, seed: 0 })
    expect((await compare()).home.undecided.count).toBe(3)
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        for (const one of steps) {
          await perform(given, one)
          await compare()
        }
      }),
      { numRuns: 25 },
    )
  })
})
