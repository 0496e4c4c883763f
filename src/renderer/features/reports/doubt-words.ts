// What does not go together in a signature, in words, and how grave that is.
import type { Doubt, SignatureLine } from '#shared/contract/verdict.ts'
import { wordsIn } from '#renderer/i18n/words.ts'
import { momentText } from './moment-text.ts'

export interface DoubtWords {
  /** Null: it takes nothing away from a good answer. */
  readonly tone: 'warning' | 'bad' | null
  readonly text: string
}

const t = wordsIn('verdict')

const tones = {
  revoked: 'bad',
  'revoked-later': 'warning',
  'revocation-unknown': null,
  'stamp-early': 'bad',
  'time-unproven': 'warning',
} as const

export function doubtWords({ kind, at }: Doubt): DoubtWords {
  const day = at === null ? '' : momentText(at)
  const key = kind === 'revocation-unknown' && at !== null ? 'revocation-unknown-since' : kind
  return { tone: tones[kind], text: t(`doubt.${key}`, { day }) }
}

/** All that is doubtful of the first signature, and of later ones what takes something away, with their names. */
export function doubtsOf(signatures: readonly SignatureLine[]): DoubtWords[] {
  const [first, ...later] = signatures
  const ofLater = later.flatMap(({ name, doubts }) =>
    doubts.map(doubtWords).flatMap(({ tone, text }) => (tone === null ? [] : [{ tone, text: t('doubt.of', { name, text }) }])),
  )
  return [...(first?.doubts ?? []).map(doubtWords), ...ofLater]
}
