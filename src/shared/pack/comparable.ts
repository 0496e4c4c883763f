// Which questions of two packs are the same question, so that answers to them may be compared.
import type { Pack } from '../domain/pack.ts'

/** Questions of the pack itself are numbered below this, questions that an overlay adds from it: an id never stands for two things. */
export const firstOwnNumber = 70

/** True for an id that an overlay gave, such as `AD-71` or `C-71`. */
export function isOwnId(id: string): boolean {
  return Number(id.split('-')[1]) >= firstOwnNumber
}

/** The pack that first gave the id its meaning: for an overlay's own questions the overlay, else what it is based on. */
function origin(pack: Pick<Pack, 'id' | 'basedOn'>, questionId: string): string {
  return isOwnId(questionId) ? pack.id : (pack.basedOn?.id ?? pack.id)
}

/**
 * True when an id names the same question in both packs; whether it still means the same is for `meaning` to say.
 * Packs that have nothing to do with each other share no question, whatever their ids.
 */
export function isSameQuestion(one: Pick<Pack, 'id' | 'basedOn'>, other: Pick<Pack, 'id' | 'basedOn'>, questionId: string): boolean {
  return origin(one, questionId) === origin(other, questionId)
}
