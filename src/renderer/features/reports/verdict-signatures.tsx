import { useTranslation } from 'react-i18next'
import type { SignatureLine, Verdict } from '#shared/contract/verdict.ts'
import { clockText, dayText } from '#renderer/ui/numbers.ts'
import { doubtWords } from './doubt-words.ts'

const momentText = (instant: string) => `${dayText(instant)}, ${clockText(instant)}`

/** Every signature with its own answers, its time-stamp apart; shown when there is more to say than of one plain signature. */
export function VerdictSignatures({ verdict }: { readonly verdict: Verdict }) {
  const { t } = useTranslation('signatures')
  const { signatures, isKeptHere, origin } = verdict
  const hasMore = signatures.length > 1 || signatures.some(({ timestamp }) => timestamp.state !== 'none')
  return (
    <>
      {hasMore ? (
        <>
          <h3>{t('verdict.title')}</h3>
          <ol className="signature-lines">
            {signatures.map((signature, index) => (
              <li key={`${index}-${signature.certificateSha256 ?? ''}`}>
                <SignatureText signature={signature} />
              </li>
            ))}
          </ol>
        </>
      ) : null}
      {isKeptHere === null || origin !== null || signatures.length === 0 ? null : (
        <p className="form-saved">{isKeptHere ? t('verdict.kept') : t('verdict.notKept')}</p>
      )}
    </>
  )
}

function SignatureText({ signature }: { readonly signature: SignatureLine }) {
  const { t } = useTranslation('signatures')
  const { name, role, reason, signedAt, isIntact } = signature
  const known = useKnown(signature)
  const when = signedAt === null ? t('verdict.noTime') : t('verdict.signedAt', { moment: momentText(signedAt) })
  return (
    <>
      <p>
        <strong>{role === '' ? name : `${name}, ${role}`}</strong>: {isIntact ? t('verdict.intact') : t('verdict.broken')}, {known}, {when}
      </p>
      {reason === '' ? null : <p className="form-saved">{reason}</p>}
      <p className="form-saved">
        <StampText timestamp={signature.timestamp} />
      </p>
      {signature.doubts.map((doubt) => (
        <p key={doubt.kind} className="form-saved">
          {doubtWords(doubt).text}
        </p>
      ))}
    </>
  )
}

/** Whether a certificate is known here, or only the authority above it. */
function useKnown({ knownAs, vouchedBy }: Pick<SignatureLine, 'knownAs' | 'vouchedBy'>): string {
  const { t } = useTranslation('signatures')
  if (vouchedBy !== null) return t('verdict.vouched', { name: vouchedBy })
  return knownAs === null ? t('verdict.unknown') : t('verdict.known', { name: knownAs })
}

function StampText({ timestamp }: Pick<SignatureLine, 'timestamp'>) {
  const { t } = useTranslation('signatures')
  const known = useKnown(timestamp)
  if (timestamp.state === 'none') return <>{t('verdict.stampNone')}</>
  if (timestamp.state !== 'sound' || timestamp.at === null) return <>{t('verdict.stampBroken', { reason: timestamp.reason ?? '' })}</>
  return <>{t('verdict.stamp', { moment: momentText(timestamp.at), authority: timestamp.authority ?? '', known })}</>
}
