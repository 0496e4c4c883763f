import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { pageLocale } from '#renderer/i18n/page-language.ts'
import { Icon, type IconName } from '#renderer/ui/icon.tsx'

/** One thing that needs somebody: whom or what it is about, why, and the way there. */
export interface Need {
  readonly key: string
  readonly label: string
  readonly detail: string
  readonly isUrgent?: boolean
  readonly mark?: ReactNode
  readonly onOpen: () => void
}

interface NeedGroupProps {
  readonly icon: IconName
  readonly title: string
  readonly note?: string
  readonly count: number
  readonly needs: readonly Need[]
  /** Where all of them are listed. */
  readonly onMore?: () => void
}

/** The first few of one kind, and how many there are. */
export function NeedGroup({ icon, title, note, count, needs, onMore }: NeedGroupProps) {
  const { t } = useTranslation('home')
  const more = count - needs.length
  if (count === 0) return null
  return (
    <section className="need-group" aria-label={title}>
      <h3 className="need-title">
        <Icon name={icon} /> {title} <span className="need-count">{count.toLocaleString(pageLocale)}</span>
        {note === undefined ? null : <span className="need-note">{note}</span>}
      </h3>
      <ul className="need-list">
        {needs.map((need) => (
          <li key={need.key} className="need">
            <button type="button" className="link" onClick={need.onOpen}>
              {need.label}
            </button>
            <span className={need.isUrgent === true ? 'need-detail need-urgent' : 'need-detail'}>{need.detail}</span>
            {need.mark}
          </li>
        ))}
      </ul>
      {more <= 0 ? null : onMore === undefined ? (
        <p className="need-more">{t('needs.more', { count: more })}</p>
      ) : (
        <button type="button" className="link need-more" onClick={onMore}>
          {t('needs.more', { count: more })}
        </button>
      )}
    </section>
  )
}
