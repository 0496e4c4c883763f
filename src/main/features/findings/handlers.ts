// Findings of all assessments, findings of one's own, and what is done about each.
import type { InputOf } from '#shared/contract/contract.ts'
import { Refusal } from '#shared/contract/refusal.ts'
import { FindingId } from '#shared/domain/ids.ts'
import type { ManualFinding } from '#shared/domain/manual-finding.ts'
import { findDraft } from '#main/records/assessment.ts'
import { listManualFindings } from '#main/records/findings.ts'
import { keepOwnFindings } from '#main/records/open-findings.ts'
import { type EngineHandlers, type FeatureContext, requireStore } from '../feature-context.ts'
import { exportFindings } from './export.ts'
import { listFindings } from './list.ts'
import { addManualFinding, changeManualFinding, readOwnerNames, removeManualFinding, removeTreatment } from './queries.ts'
import { assign, removeOne, restore, saveOne } from './treat.ts'

type FindingHandlers = Pick<
  EngineHandlers,
  | 'findings.list'
  | 'findings.choices'
  | 'findings.add'
  | 'findings.change'
  | 'findings.remove'
  | 'findings.export'
  | 'treatments.save'
  | 'treatments.remove'
  | 'treatments.assign'
  | 'treatments.restore'
>

function addFinding(context: FeatureContext, { assessmentId, details }: InputOf<'findings.add'>): ManualFinding {
  const store = requireStore(context)
  const draft = findDraft(store, assessmentId)
  const finding = { ...details, id: FindingId.parse(context.newId()), addedAt: context.now() }
  store.write({ action: 'findings.add', subject: assessmentId, payload: finding }, (tx) => {
    tx.run(addManualFinding, { ...finding, assessmentId })
    keepOwnFindings(tx, draft)
  })
  return finding
}

function findOwn(context: FeatureContext, { assessmentId, id }: Pick<InputOf<'findings.remove'>, 'assessmentId' | 'id'>): ManualFinding {
  const found = listManualFindings(requireStore(context), assessmentId).find((one) => one.id === id)
  if (!found) throw new Refusal('not-found', 'That finding is no longer in the assessment. Look at the list again.')
  return found
}

function changeFinding(context: FeatureContext, input: InputOf<'findings.change'>): ManualFinding {
  const store = requireStore(context)
  const { assessmentId, id, details } = input
  const draft = findDraft(store, assessmentId)
  const finding = { ...findOwn(context, input), ...details }
  store.write({ action: 'findings.change', subject: assessmentId, payload: finding }, (tx) => {
    tx.run(changeManualFinding, { ...details, id, assessmentId })
    keepOwnFindings(tx, draft)
  })
  return finding
}

function removeFinding(context: FeatureContext, input: InputOf<'findings.remove'>): void {
  const store = requireStore(context)
  const { assessmentId, id } = input
  const draft = findDraft(store, assessmentId)
  const finding = findOwn(context, input)
  const { thirdPartyId, relationship } = draft
  store.write({ action: 'findings.remove', subject: assessmentId, payload: finding }, (tx) => {
    tx.run(removeTreatment, { thirdPartyId, relationship, kind: 'manual', key: id })
    tx.run(removeManualFinding, { id, assessmentId })
    keepOwnFindings(tx, draft)
  })
}

export function findingHandlers(context: FeatureContext): FindingHandlers {
  return {
    'findings.list': (input) => listFindings(context, input),
    'findings.choices': () => ({
      ownerNames: requireStore(context)
        .all(readOwnerNames)
        .map(({ ownerName }) => ownerName),
      domains: context.packs.current.pack.domains.map(({ id, title }) => ({ id, title })),
    }),
    'findings.add': (input) => ({ finding: addFinding(context, input) }),
    'findings.change': (input) => ({ finding: changeFinding(context, input) }),
    'findings.remove': (input) => {
      removeFinding(context, input)
      return {}
    },
    'findings.export': (input) => exportFindings(context, input),
    'treatments.save': (input) => saveOne(context, input),
    'treatments.remove': (input) => removeOne(context, input),
    'treatments.assign': (input) => assign(context, input),
    'treatments.restore': (input) => restore(context, input),
  }
}
