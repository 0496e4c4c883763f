// The four decisions, in words.
import type { DecisionOutcome } from '#shared/domain/decision.ts'
import { wordsIn } from '#renderer/i18n/words.ts'

const t = wordsIn('terms')

export const outcomeWords: Record<DecisionOutcome, { readonly title: string; readonly meaning: string }> = {
  proceed: t('outcome.proceed', { returnObjects: true }),
  'proceed-with-conditions': t('outcome.proceed-with-conditions', { returnObjects: true }),
  escalate: t('outcome.escalate', { returnObjects: true }),
  decline: t('outcome.decline', { returnObjects: true }),
}
