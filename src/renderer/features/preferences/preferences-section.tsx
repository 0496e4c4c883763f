import { useEffect, useId, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { AheadDays, aheadDays, Appearance, DateFormat, ZoomPercent, zoomPercents } from '#shared/contract/settings.ts'
import { refresh } from '#renderer/bridge/refresh.ts'
import { useQuery } from '#renderer/bridge/use-query.ts'
import { useSettingsChange } from '#renderer/bridge/use-settings-change.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { dayWriter, localesHere } from '#renderer/ui/date-format.ts'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { Waiting } from '#renderer/ui/waiting.tsx'

const example = dayWriter('system', localesHere).ofDay(new Date('2026-11-22'))

/** How Gatehouse looks on this computer, what its keys do, and whether it remembers where the vaults are. */
export function PreferencesSection() {
  const { t } = useTranslation('preferences')
  const query = useQuery('settings.read', {})
  const { change, fault } = useSettingsChange()
  // The menu and the keys change the size, too, which the window feels as another size.
  useEffect(() => {
    const onResize = () => refresh('settings.read')
    window.addEventListener('resize', onResize)
    return () => window.removeEventListener('resize', onResize)
  }, [])
  if (query.state === 'loading') return <Waiting what={t('reading')} />
  if (query.state === 'failed')
    return <Refusal words={wordsFor(query.fault)} actions={<Button onClick={query.reload}>{t('tryAgain')}</Button>} />
  const { settings } = query.value
  return (
    <div className="form">
      <Choice label={t('appearance')} value={settings.appearance} onChange={(value) => change({ appearance: Appearance.parse(value) })}>
        {Appearance.options.map((one) => (
          <option key={one} value={one}>
            {t(`appearances.${one}`)}
          </option>
        ))}
      </Choice>
      <Choice
        label={t('zoom')}
        hint={t('zoomHint')}
        value={String(settings.zoomPercent)}
        onChange={(value) => change({ zoomPercent: ZoomPercent.parse(Number(value)) })}
      >
        {zoomPercents.map((percent) => (
          <option key={percent} value={percent}>
            {t('percent', { percent })}
          </option>
        ))}
      </Choice>
      <Choice label={t('dates')} value={settings.dateFormat} onChange={(value) => change({ dateFormat: DateFormat.parse(value) })}>
        {DateFormat.options.map((one) => (
          <option key={one} value={one}>
            {t(`dateFormats.${one}`, { example })}
          </option>
        ))}
      </Choice>
      {(['reassessmentAheadDays', 'treatmentAheadDays'] as const).map((which) => (
        <Choice
          key={which}
          label={t(which)}
          value={String(settings[which])}
          onChange={(value) => change({ [which]: AheadDays.parse(Number(value)) })}
        >
          {aheadDays.map((count) => (
            <option key={count} value={count}>
              {t('daysAhead', { count })}
            </option>
          ))}
        </Choice>
      ))}
      {(['keepsRecentVaults', 'hasSingleKeys'] as const).map((which) => (
        <label key={which} className="check">
          <input type="checkbox" checked={settings[which]} onChange={(event) => change({ [which]: event.target.checked })} />
          <span>
            {t(which)}
            <span className="check-detail">{t(`${which}Detail`)}</span>
          </span>
        </label>
      ))}
      {fault === null ? null : <Refusal words={wordsFor(fault)} />}
    </div>
  )
}

interface ChoiceProps {
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly children: ReactNode
}

function Choice({ label, hint, value, onChange, children }: ChoiceProps) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id} className="field-label">
        {label}
      </label>
      <select
        id={id}
        className="input input-short"
        value={value}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={(event) => onChange(event.target.value)}
      >
        {children}
      </select>
      {hint === undefined ? null : (
        <div id={`${id}-hint`} className="field-hint">
          {hint}
        </div>
      )}
    </div>
  )
}
