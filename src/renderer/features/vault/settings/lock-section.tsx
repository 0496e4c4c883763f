import { useId } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { useQuery } from '#renderer/bridge/use-query.ts'
import { useSettingsChange } from '#renderer/bridge/use-settings-change.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { Waiting } from '#renderer/ui/waiting.tsx'
import { idleChoices, idleWords } from './idle-choices.ts'

/** When the vault locks by itself, and the lock itself. */
export function LockSection({ onLock }: { readonly onLock: () => void }) {
  const { t } = useTranslation('keys')
  const selectId = useId()
  const query = useQuery('settings.read', {})
  const { change, fault } = useSettingsChange()
  if (query.state === 'loading') return <Waiting what={t('lock.reading')} />
  if (query.state === 'failed')
    return <Refusal words={wordsFor(query.fault)} actions={<Button onClick={query.reload}>{t('tryAgain')}</Button>} />
  const { settings, isDamaged, knowsScreenLock } = query.value
  return (
    <div className="form">
      {isDamaged ? (
        <Notice tone="warning" title={t('lock.unreadable')}>
          <p>{t('lock.unreadableText')}</p>
        </Notice>
      ) : null}
      <div className="field">
        <label htmlFor={selectId} className="field-label">
          {t('lock.after')}
        </label>
        <select
          id={selectId}
          className="input input-short"
          value={String(settings.idleLockSeconds)}
          onChange={(event) => change({ idleLockSeconds: event.target.value === 'null' ? null : Number(event.target.value) })}
        >
          {idleChoices(settings.idleLockSeconds).map((seconds) => (
            <option key={String(seconds)} value={String(seconds)}>
              {idleWords(seconds)}
            </option>
          ))}
        </select>
        <div className="field-hint">{t('lock.afterHint')}</div>
      </div>
      <p>{knowsScreenLock ? t('lock.withScreen') : t('lock.withSleep')}</p>
      {fault === null ? null : <Refusal words={wordsFor(fault)} />}
      <div className="form-actions">
        <Button onClick={onLock}>{t('lock.now')}</Button>
        <span className="field-hint">
          <Trans t={t} i18nKey="lock.keys" components={{ key: <kbd /> }} />
        </span>
      </div>
    </div>
  )
}
