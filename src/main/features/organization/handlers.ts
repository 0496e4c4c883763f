// Describes the organization, keeps what it answers about itself, and takes that over into its assessments.
import type { AssessmentId } from '#shared/domain/ids.ts'
import { calendarDayOf } from '#shared/domain/calendar-day.ts'
import { findAssessment, findDraft, findPack } from '#main/records/assessment.ts'
import { createKeeper } from '#main/records/kept-reading.ts'
import { settleOutcome } from '#main/records/settle-outcome.ts'
import { findOrganizationProfile, readOrganization } from '#main/records/organization.ts'
import { countOffers, listOrganizationAnswers, takeOverOrganizationAnswers } from '#main/records/organization-answers.ts'
import { type EngineHandlers, type FeatureContext, requireStore } from '../feature-context.ts'
import { clearOwn, confirmOwn, ownQuestionsOf, saveOwn } from './own-answers.ts'
import { readLastDrafts, saveOrganization, saveProfile } from './queries.ts'

type OrganizationHandlers = Pick<
  EngineHandlers,
  | 'organization.read'
  | 'organization.save'
  | 'organization.profile'
  | 'organization.describe'
  | 'organization.questions'
  | 'organization.answer'
  | 'organization.clearAnswer'
  | 'organization.confirm'
  | 'organization.waitingDrafts'
  | 'organization.takeOver'
>

/** The drafts that the organization's answers would change something in. */
function listWaitingDrafts(context: FeatureContext) {
  const store = requireStore(context)
  const ownPack = context.packs.current.pack
  return store.all(readLastDrafts).flatMap(({ id, thirdPartyName }) => {
    const assessment = findAssessment(store, id)
    const count = countOffers(store, { assessment, pack: findPack(store, context.packs, assessment), ownPack })
    return count === 0 ? [] : [{ assessmentId: id, thirdPartyName, relationship: assessment.relationship, count }]
  })
}

function takeOver(context: FeatureContext, assessmentId: AssessmentId) {
  const store = requireStore(context)
  const assessment = findDraft(store, assessmentId)
  const pack = findPack(store, context.packs, assessment)
  const given = { assessment, pack, ownPack: context.packs.current.pack, savedAt: context.now() }
  const payload = { assessmentId, answers: listOrganizationAnswers(store) }
  return store.write({ action: 'organization.takeOver', subject: assessmentId, payload }, (tx) => {
    const questionIds = takeOverOrganizationAnswers(tx, given)
    settleOutcome(tx, { assessment, pack }, given.savedAt)
    return questionIds
  })
}

export function organizationHandlers(context: FeatureContext): OrganizationHandlers {
  const waiting = createKeeper<ReturnType<typeof listWaitingDrafts>>()
  return {
    'organization.read': () => ({ organization: requireStore(context).first(readOrganization) ?? null }),
    'organization.save': (organization) => {
      const change = { action: 'organization.save', subject: '', payload: organization }
      requireStore(context).write(change, (tx) => tx.run(saveOrganization, organization))
      return { organization }
    },
    'organization.profile': () => ({ profile: findOrganizationProfile(requireStore(context)) }),
    'organization.describe': ({ size, technologyAreas }) => {
      const profile = { size, technologyAreas: [...new Set(technologyAreas)], describedOn: calendarDayOf(context.now()) }
      const row = { ...profile, technologyAreas: JSON.stringify(profile.technologyAreas) }
      requireStore(context).write({ action: 'organization.describe', subject: '', payload: profile }, (tx) => tx.run(saveProfile, row))
      return { profile }
    },
    'organization.questions': () => {
      const { pack } = context.packs.current
      const questions = ownQuestionsOf(pack)
      const domains = pack.domains.filter(({ id }) => questions.some(({ question }) => question.domain === id))
      return { domains, questions, answers: listOrganizationAnswers(requireStore(context)) }
    },
    'organization.answer': (input) => ({ answer: saveOwn(context, input) }),
    'organization.clearAnswer': (input) => {
      clearOwn(context, input)
      return {}
    },
    'organization.confirm': ({ questionIds }) => ({ answers: confirmOwn(context, questionIds) }),
    'organization.waitingDrafts': () => ({ drafts: waiting.keep(requireStore(context), '', () => listWaitingDrafts(context)) }),
    'organization.takeOver': ({ assessmentId }) => ({ questionIds: takeOver(context, assessmentId) }),
  }
}
