// The separate answers about a PDF, in words. None of them stands for another.
import type { SignatureLine, Verdict } from '#shared/contract/verdict.ts'
import { wordsIn } from '#renderer/i18n/words.ts'
import { doubtsOf, type DoubtWords } from './doubt-words.ts'
import { momentText } from './moment-text.ts'

export type Tone = 'good' | 'warning' | 'bad' | 'neutral'
export interface Finding {
  readonly question: string
  readonly tone: Tone
  readonly answer: string
  readonly reasons: readonly string[]
}

const t = wordsIn('verdict')

export function integrityFinding({ integrity }: Verdict): Finding {
  const question = t('integrity.question')
  const { reasons } = integrity
  switch (integrity.state) {
    case 'intact':
      return { question, tone: 'good', answer: t('integrity.intact'), reasons }
    case 'broken':
      return { question, tone: 'bad', answer: t('integrity.broken'), reasons }
    case 'unsigned':
      return { question, tone: 'bad', answer: t('integrity.unsigned'), reasons }
    case 'not-checked':
      return { question, tone: 'warning', answer: t('integrity.notChecked'), reasons }
  }
}

export function changesFinding({ changes, certificationLevel }: Verdict): Finding {
  const question = t('changes.question')
  const { reasons } = changes
  switch (changes.state) {
    case 'none':
      return { question, tone: 'good', answer: certificationLevel === 1 ? t('changes.noneFinal') : t('changes.none'), reasons }
    case 'further-signatures':
      return { question, tone: reasons.length === 0 ? 'good' : 'warning', answer: t('changes.furtherSignatures'), reasons }
    case 'changed':
      return { question, tone: 'bad', answer: t('changes.changed'), reasons }
    case 'not-applicable':
      return { question, tone: 'neutral', answer: t('changes.notApplicable'), reasons }
  }
}

/** The graver of a finding's own tone and those of the doubts. */
function gravest(own: Tone, doubts: readonly DoubtWords[]): Tone {
  if (own === 'bad' || doubts.some(({ tone }) => tone === 'bad')) return 'bad'
  return doubts.some(({ tone }) => tone === 'warning') ? 'warning' : own
}

function knownAnswer({ name, knownAs, vouchedBy }: Verdict['identity']): string {
  const named = name ?? t('identity.nameless')
  return vouchedBy === null
    ? t('identity.known', { name: named, knownAs: knownAs ?? named })
    : t('identity.vouched', { name: named, authority: vouchedBy })
}

/** What one signature states that its certificate says otherwise; `index` is its place in the file. */
function contradictions({ name, otherName, certificateSha256, validityAtSigning }: SignatureLine, index: number): string[] {
  const key = index === 0 ? 'otherName' : 'laterOtherName'
  return [
    ...(otherName === null ? [] : [t(`identity.${key}`, { stated: otherName, name })]),
    ...(certificateSha256 === null || validityAtSigning === 'within' ? [] : [t(`identity.validity.${validityAtSigning}`, { name })]),
  ]
}

/** Of every signature: a later one is on the pages, too, and has no answer of its own. */
function remarksOn(signatures: readonly SignatureLine[]): { readonly tone: Tone; readonly reasons: readonly string[] } {
  const reasons = [...new Set(signatures.flatMap(contradictions))]
  const isMisnamed = signatures.some(({ otherName }) => otherName !== null)
  return { tone: isMisnamed ? 'bad' : reasons.length > 0 ? 'warning' : 'good', reasons }
}

export function identityFinding({ identity, signedAt, signatures }: Verdict): Finding {
  const question = t('identity.question')
  const remarks = remarksOn(signatures)
  const role = signatures[0]?.role ?? ''
  const claims = role === '' ? [] : [t('identity.role', { role })]
  const doubts = doubtsOf(signatures)
  const told = [...remarks.reasons, ...doubts.map(({ text }) => text)]
  const name = identity.name ?? t('identity.nameless')
  const dated = (answer: string) => (signedAt === null ? answer : `${answer} ${t('identity.clock', { moment: momentText(signedAt) })}`)
  switch (identity.state) {
    case 'known':
      return {
        question,
        tone: gravest(remarks.tone, doubts),
        answer: dated(knownAnswer(identity)),
        reasons: [...told, ...claims],
      }
    case 'unknown':
      return {
        question,
        tone: gravest(remarks.tone === 'bad' ? 'bad' : 'warning', doubts),
        answer: dated(t('identity.unknown', { name })),
        reasons: [...told, ...(identity.isSelfSigned ? [t('identity.claim')] : []), ...claims],
      }
    case 'none':
      return { question, tone: 'neutral', answer: t('identity.none'), reasons: [] }
  }
}

export function contentFinding({ content, changes }: Verdict): Finding {
  const { kind, state } = content
  const question = t(`content.${kind ?? 'none'}`)
  const reasons = [...content.reasons, ...content.asStated]
  switch (state) {
    case 'recomputes':
      // It is the data of the signed part, and the reader sees a later one.
      if (changes.state === 'changed') return { question, tone: 'warning', answer: t('content.asFirstSigned'), reasons: content.asStated }
      return { question, tone: 'good', answer: t(`content.recomputes.${kind ?? 'assessment'}`), reasons: content.asStated }
    case 'differs':
      return { question, tone: 'bad', answer: t('content.differs'), reasons }
    case 'unreadable':
      return { question, tone: 'bad', answer: t('content.unreadable'), reasons }
    case 'other-pack':
      return { question, tone: 'warning', answer: t('content.otherPack'), reasons }
    case 'absent':
      return { question, tone: 'neutral', answer: t('content.absent'), reasons }
  }
}

/** Null when the pages were not looked at. */
export function pagesFinding({ pages }: Verdict): Finding | null {
  if (pages === null) return null
  const question = t('pages.question')
  const { reasons } = pages
  switch (pages.state) {
    case 'same':
      return { question, tone: 'good', answer: t('pages.same'), reasons }
    case 'differ':
      return { question, tone: 'bad', answer: t('pages.differ'), reasons }
    case 'not-compared':
      return { question, tone: 'warning', answer: t('pages.notCompared'), reasons }
  }
}

const mostNamed = 5

function reportReasons(reports: NonNullable<Verdict['origin']>['reports']): string[] {
  if (reports === null) return []
  const { named, unnamed, notKept } = reports
  const shown = notKept.slice(0, mostNamed).join(', ')
  const left = notKept.length - mostNamed
  const names = left > 0 ? t('origin.more', { names: shown, count: left }) : shown
  return [
    ...(notKept.length > 0 ? [t('origin.notKept', { names })] : named > 0 ? [t('origin.reports', { count: named })] : []),
    ...(unnamed > 0 ? [t('origin.unnamed', { count: unnamed })] : []),
  ]
}

/** Null without an open vault, and without data that says where it was made. */
export function originFinding({ origin, isKeptHere }: Verdict): Finding | null {
  if (origin === null) return null
  const question = t('origin.question')
  const reasons = reportReasons(origin.reports)
  if (isKeptHere === true)
    return { question, tone: (origin.reports?.notKept.length ?? 0) > 0 ? 'warning' : 'good', answer: t('origin.kept'), reasons }
  switch (origin.state) {
    case 'this-history':
      return { question, tone: 'warning', answer: t('origin.thisHistory'), reasons }
    case 'other-history':
      return { question, tone: 'warning', answer: t('origin.otherHistory'), reasons: [t('origin.restored'), ...reasons] }
    case 'other-vault':
      return { question, tone: 'neutral', answer: t('origin.otherVault'), reasons }
  }
}
