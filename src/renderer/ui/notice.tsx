import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'

const icons: Record<NoticeTone, IconName> = { info: 'info', good: 'check', warning: 'warning', bad: 'stop' }
type NoticeTone = 'info' | 'good' | 'warning' | 'bad'

interface NoticeProps {
  readonly tone: NoticeTone
  readonly title: string
  readonly children?: ReactNode
  readonly actions?: ReactNode
  /** Read out at once when it appears; for things that went wrong. */
  readonly isUrgent?: boolean
}

/** What happened and what to do next, in a box. */
export function Notice({ tone, title, children, actions, isUrgent = false }: NoticeProps) {
  return (
    <div className={`notice notice-${tone}`} role={isUrgent ? 'alert' : undefined}>
      <span className="notice-icon">
        <Icon name={icons[tone]} size={18} />
      </span>
      <div className="notice-text">
        <p className="notice-title">{title}</p>
        {children === undefined ? null : <div className="notice-body">{children}</div>}
        {actions === undefined ? null : <div className="notice-actions">{actions}</div>}
      </div>
    </div>
  )
}
