import { useTranslation } from 'react-i18next'
import type { SignatureLine, Verdict } from '#shared/contract/verdict.ts'
import { doubtWords } from './doubt-words.ts'
import { momentText } from './moment-text.ts'

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
  const { name, otherName, role, reason, signedAt, isIntact, certificateSha256, validityAtSigning } = signature
  const known = useKnown(signature)
  const when = signedAt === null ? t('verdict.noTime') : t('verdict.signedAt', { moment: momentText(signedAt) })
  const validity = certificateSha256 === null || validityAtSigning === 'unknown' ? null : t(`verdict.validity.${validityAtSigning}`)
  return (
    <>
      <p>
        <strong>{name === '' ? t('verdict.nameless') : name}</strong>: {isIntact ? t('verdict.intact') : t('verdict.broken')}, {known},{' '}
        {when}
        {validity === null ? null : `, ${validity}`}
      </p>
      {otherName === null ? null : <p className="signature-contradiction">{t('verdict.otherName', { stated: otherName })}</p>}
      {role === '' ? null : <p className="form-saved">{t('verdict.role', { role })}</p>}
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
