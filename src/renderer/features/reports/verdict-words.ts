// The three answers about a PDF, in words. None of them stands for another.
import type { Verdict } from '#shared/contract/verdict.ts'
import { dayText } from '#renderer/ui/numbers.ts'

export type Tone = 'good' | 'warning' | 'bad' | 'neutral'
export interface Finding {
  readonly question: string
  readonly tone: Tone
  readonly answer: string
  readonly reasons: readonly string[]
}

export function integrityFinding({ integrity }: Verdict): Finding {
  const question = 'Is the signed document intact?'
  const { reasons } = integrity
  switch (integrity.state) {
    case 'intact':
      return { question, tone: 'good', answer: 'Intact. Every signed byte is as it was signed.', reasons }
    case 'broken':
      return {
        question,
        tone: 'bad',
        answer: 'Broken. What was signed is not what this file holds. Do not rely on it; ask the sender for the original.',
        reasons,
      }
    case 'unsigned':
      return { question, tone: 'bad', answer: 'There is no signature in this file.', reasons }
    case 'not-checked':
      return {
        question,
        tone: 'warning',
        answer: 'Not checked. The signature is of a kind this version does not read, so nothing is proven.',
        reasons,
      }
  }
}

export function changesFinding({ changes, certificationLevel }: Verdict): Finding {
  const question = 'Was anything added after signing?'
  const { reasons } = changes
  switch (changes.state) {
    case 'none':
      return {
        question,
        tone: 'good',
        answer: certificationLevel === 1 ? 'Nothing. The signer also allowed no changes.' : 'Nothing was added.',
        reasons,
      }
    case 'further-signatures':
      return {
        question,
        tone: 'good',
        answer: 'Only further signatures, in the places that the first signer prepared for them. Each is listed below.',
        reasons,
      }
    case 'changed':
      return { question, tone: 'bad', answer: 'Yes. The file was changed after it was signed.', reasons }
    case 'not-applicable':
      return { question, tone: 'neutral', answer: 'This cannot be said without a signature that could be read.', reasons }
  }
}

export function identityFinding({ identity, signedAt }: Verdict): Finding {
  const question = 'Who signed, and is that identity known here?'
  const when = signedAt === null ? '' : ` The signer’s clock said ${dayText(signedAt)}.`
  const validity = identity.isWithinValidity ? [] : ['The signing time lies outside the validity of the certificate.']
  const name = identity.name ?? 'Somebody without a name in the certificate'
  switch (identity.state) {
    case 'known':
      return {
        question,
        tone: identity.isWithinValidity ? 'good' : 'warning',
        answer: `${name}, known in this vault as ${identity.knownAs ?? name}.${when}`,
        reasons: validity,
      }
    case 'unknown':
      return {
        question,
        tone: 'warning',
        answer: `The certificate says ${name}. This identity is not known here.${when}`,
        reasons: [
          ...(identity.isSelfSigned
            ? [
                'The signer made the certificate, so the name in it is only a claim. Compare the fingerprint with the signer by telephone or in person.',
              ]
            : []),
          ...validity,
        ],
      }
    case 'none':
      return { question, tone: 'neutral', answer: 'Nobody: there is no signature.', reasons: [] }
  }
}

export function assessmentFinding({ assessment }: Verdict): Finding {
  const question = 'Does the assessment inside recompute to the same result?'
  const { reasons } = assessment
  switch (assessment.state) {
    case 'recomputes':
      return { question, tone: 'good', answer: 'Yes. Scored again from its own answers, it gives the same tier, gaps and flags.', reasons }
    case 'differs':
      return { question, tone: 'bad', answer: 'No. Scored again, it gives another result than it states.', reasons }
    case 'unreadable':
      return { question, tone: 'bad', answer: 'The attached assessment cannot be read.', reasons }
    case 'other-pack':
      return {
        question,
        tone: 'warning',
        answer: 'Not recomputed: it was made with a question pack that this version does not have.',
        reasons,
      }
    case 'absent':
      return { question, tone: 'neutral', answer: 'This PDF has no assessment attached.', reasons }
  }
}
