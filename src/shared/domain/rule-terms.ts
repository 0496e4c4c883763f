// The words in which rules of law are told: whether one binds, what it can do, and who has to agree first.
import { z } from 'zod'

/** Whether a rule binds, as far as was read. `unknown` says that nobody could find out. */
export const RuleStatus = z.enum(['in-force', 'stayed', 'not-yet', 'unknown'])
export type RuleStatus = z.infer<typeof RuleStatus>

/** What a law can do to an organization, so that a reader finds those that bear on a question. */
export const LawEffect = z.enum([
  'access',
  'assistance',
  'decryption',
  'secrecy',
  'localization',
  'export-bar',
  'foreign-disclosure-bar',
  'flaw-reporting',
  'requisition',
  'due-diligence',
  'counter-measures',
  'structure',
])
export type LawEffect = z.infer<typeof LawEffect>

/** Who has to agree first, in the words of question LG-02; `not-read` where the text did not show it, `no-order` where the law gives none. */
export const LawApproval = z.enum(['court', 'minister-and-judge', 'agency-head', 'no-approval', 'varies', 'not-read', 'no-order'])
export type LawApproval = z.infer<typeof LawApproval>
