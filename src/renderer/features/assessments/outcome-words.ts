// The four decisions, in words.
import type { DecisionOutcome } from '#shared/domain/decision.ts'

export const outcomeWords: Record<DecisionOutcome, { readonly title: string; readonly meaning: string }> = {
  proceed: { title: 'Proceed', meaning: 'The relationship goes ahead as planned.' },
  'proceed-with-conditions': {
    title: 'Proceed with conditions',
    meaning: 'It goes ahead once, and as long as, the conditions below hold.',
  },
  escalate: { title: 'Escalate', meaning: 'Somebody with more authority or counsel decides.' },
  decline: { title: 'Decline', meaning: 'The relationship does not go ahead.' },
}
