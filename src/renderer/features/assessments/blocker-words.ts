// Why an assessment cannot be signed yet, in words that say what to do.
import type { Pack } from '#shared/domain/pack.ts'
import type { Result } from '#shared/scoring/result.ts'

type Blocker = Result['blockers'][number]

/** One sentence with its next step. */
export function blockerWords(blocker: Blocker, pack: Pack): string {
  switch (blocker.code) {
    case 'nothing-answered':
      return 'Nothing is answered yet. Answer the questions first; Unknown is an answer.'
    case 'domain-not-assessed':
      return `No question of “${pack.domains.find((domain) => domain.id === blocker.id)?.title ?? blocker.id}” is answered. Answer at least one; Unknown is an answer.`
    case 'not-applicable-without-reason':
      return `${blocker.id} is set aside as N/A without a reason. Type the reason, or choose Unknown.`
    case 'invalid-answer':
      return `The answer to ${blocker.id} does not fit its question. Answer it again.`
  }
}
