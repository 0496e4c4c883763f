import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SeenCertificate } from '#shared/contract/signers.ts'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { useQuery } from '#renderer/bridge/use-query.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { dayText } from '#renderer/ui/numbers.ts'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { Waiting } from '#renderer/ui/waiting.tsx'
import { AddKnownDialog } from './add-known-dialog.tsx'

type Seen = { readonly handle: string; readonly certificate: SeenCertificate }

/** Certificates of others that somebody compared: only with them does a check say "known". */
export function KnownCertificates() {
  const { t } = useTranslation('signers')
  const query = useQuery('signers.known', {})
  const choose = useCommand('signers.chooseFile')
  const inspect = useCommand('signers.inspectCertificate')
  const remove = useCommand('signers.removeKnown', ['signers.known'])
  const [seen, setSeen] = useState<Seen | null>(null)
  const fault = choose.fault ?? inspect.fault ?? remove.fault

  const look = async () => {
    const chosen = await choose.run({ kind: 'certificate' })
    if (!chosen.ok || chosen.value.handle === null) return
    const { handle } = chosen.value
    const outcome = await inspect.run({ handle })
    if (outcome.ok) setSeen({ handle, certificate: outcome.value.certificate })
  }
  if (query.state === 'loading') return <Waiting what={t('known.title')} />
  if (query.state === 'failed') return <Refusal words={wordsFor(query.fault)} />
  const { certificates } = query.value
  return (
    <div className="form">
      <h3>{t('known.title')}</h3>
      <p>{t('known.lead')}</p>
      {certificates.length === 0 ? <p className="form-saved">{t('known.none')}</p> : null}
      {certificates.length === 0 ? null : (
        <ul className="ways" aria-label={t('known.list')}>
          {certificates.map((one) => (
            <li key={one.sha256} className="way">
              <span className="way-icon">
                <Icon name="check" size={18} />
              </span>
              <div className="way-text">
                <p className="way-name">{one.name}</p>
                <p className="way-detail">
                  {[t(`known.${one.kind}`), t('known.says', { subject: one.subject }), t('validUntil', { day: dayText(one.validTo) })].join(
                    ' · ',
                  )}
                </p>
              </div>
              <div className="way-actions">
                <Button
                  changes
                  isSmall
                  aria-label={t('known.removeOf', { name: one.name })}
                  onClick={() => void remove.run({ sha256: one.sha256 })}
                >
                  {t('known.remove')}
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
      {fault === null ? null : <Refusal words={wordsFor(fault)} />}
      <div className="form-actions">
        <Button changes isBusy={choose.isRunning || inspect.isRunning} onClick={() => void look()}>
          <Icon name="plus" /> {t('known.add')}
        </Button>
      </div>
      {seen === null ? null : (
        <AddKnownDialog key={seen.handle} handle={seen.handle} certificate={seen.certificate} onClose={() => setSeen(null)} />
      )}
    </div>
  )
}
