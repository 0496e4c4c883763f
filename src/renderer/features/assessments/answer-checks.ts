// What the contract accepts and the method would refuse: caught while typing, so that it is said beside the field.
import type { AnswerInput, Owner } from '#shared/domain/answer.ts'
import { wordsIn } from '#renderer/i18n/words.ts'
import { percentText } from '#renderer/ui/numbers.ts'

/** What the owners of one layer hold together, in hundredths of a percent. Shares not typed yet are left out. */
export interface LayerSum {
  readonly layer: number
  readonly heldBp: number
  /** Negative when the owners hold more than the whole. */
  readonly unexplainedBp: number
}

const t = wordsIn('answer-controls')
const wholeBp = 10_000

/** The layers that owners name, from the direct holders outwards. */
export function layerSums(owners: readonly Owner[]): LayerSum[] {
  const held = new Map<number, number>()
  for (const { layer, shareBp } of owners) {
    if (Number.isInteger(layer)) held.set(layer, (held.get(layer) ?? 0) + (Number.isNaN(shareBp) ? 0 : shareBp))
  }
  return [...held]
    .map(([layer, heldBp]) => ({ layer, heldBp, unexplainedBp: wholeBp - heldBp }))
    .toSorted((one, other) => one.layer - other.layer)
}

function overWhole(owners: readonly Owner[]): string | null {
  const over = layerSums(owners).find(({ unexplainedBp }) => unexplainedBp < 0)
  return over === undefined ? null : t('wait.overWhole', { layer: over.layer, share: percentText(over.heldBp, 2) })
}

function farDay(what: string, day: string | null | undefined): string | null {
  if (day === null || day === undefined) return null
  if (day < '1900-01-01') return t('wait.before1900', { what })
  return day > '2200-12-31' ? t('wait.after2200', { what }) : null
}

/** Why an answer that is complete cannot be right, as the end of a sentence; null when nothing speaks against it. */
export function misfitWords({ value, evidenceExpiresOn }: AnswerInput): string | null {
  const ofEvidence = farDay(t('wait.field.evidence'), evidenceExpiresOn)
  if (ofEvidence !== null) return ofEvidence
  if (value.kind === 'date') return farDay(t('wait.field.date'), value.on)
  return value.kind === 'owners' ? overWhole(value.owners) : null
}
