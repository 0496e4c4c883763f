// What score() reads: a pack, the answers and the few facts outside them that the method uses.
import type { AnswerInput } from '../domain/answer.ts'
import type { Screening } from '../domain/assessment-screening.ts'
import type { JewelId } from '../domain/ids.ts'
import type { Pack } from '../domain/pack.ts'
import type { Profile, RelationshipKind } from '../domain/relationship.ts'
import type { Day } from '../domain/time.ts'

export interface ScoreInput {
  readonly pack: Pack
  readonly relationship: RelationshipKind
  readonly profile: Profile
  /** The day on which dated rules are judged; never "today". */
  readonly asOf: Day
  readonly answers: readonly AnswerInput[]
  /** The organization's crown jewels with their impact rank. */
  readonly jewels: readonly { readonly id: JewelId; readonly impact: number }[]
  /** What screening against lists gave; null or absent when it was not done with lists, which changes nothing. */
  readonly screening?: Screening | null
}
