import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/contract.ts'
import { ChoiceBar } from '#renderer/ui/choice-bar.tsx'
import { dayText } from '#renderer/ui/numbers.ts'
import { TokenNotes } from './token-notes.tsx'

export type FoundToken = OutputOf<'signers.readTokens'>['tokens'][number]
export type FoundCertificate = FoundToken['certificates'][number]

interface TokenCertificatesProps {
  readonly token: FoundToken
  readonly chosen: string | null
  readonly onChoose: (certificate: FoundCertificate) => void
}

/** One token, with the certificates on it: those that can sign to choose from, the others with what is in their way. */
export function TokenCertificates({ token, chosen, onChoose }: TokenCertificatesProps) {
  const { t } = useTranslation('tokens')
  const label = token.label === '' ? t('unnamed') : token.label
  const facts = [token.maker, t('serial', { serial: token.serial }), t('inReader', { reader: token.reader })]
  const usable = token.certificates.filter(({ problem }) => problem === null)
  const others = token.certificates.filter(({ problem }) => problem !== null)
  const detail = ({ issuer, validFrom, validTo }: FoundCertificate) =>
    t('detail', { issuer, from: dayText(validFrom), to: dayText(validTo) })
  return (
    <div className="field">
      <span className="field-label">{t('certificates', { label })}</span>
      <p className="form-saved">{facts.join(' · ')}</p>
      <TokenNotes token={token} />
      {token.certificates.length === 0 && token.isReady ? <p>{t('noCertificate')}</p> : null}
      {usable.length === 0 ? null : (
        <ChoiceBar
          label={t('certificates', { label })}
          layout="column"
          choices={usable.map((one) => ({ id: one.sha256, label: one.subject, detail: detail(one) }))}
          chosen={chosen}
          onChoose={(id) => {
            const certificate = usable.find(({ sha256 }) => sha256 === id)
            if (certificate !== undefined) onChoose(certificate)
          }}
        />
      )}
      {others.length === 0 ? null : (
        <ul aria-label={t('unusable')} className="token-unusable">
          {others.map((one) => (
            <li key={one.sha256}>
              <strong>{one.subject === '' ? one.sha256.slice(0, 16) : one.subject}</strong>{' '}
              {one.problem === null ? '' : t(`problem.${one.problem}`)} <span className="form-saved">{detail(one)}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
