import type { ReactNode } from 'react'

/** What a list says when it has nothing to show: what it is for, and the one thing to do. */
export function EmptyState({
  title,
  children,
  action,
}: {
  readonly title: string
  readonly children: ReactNode
  readonly action?: ReactNode
}) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      <p className="empty-text">{children}</p>
      {action === undefined ? null : <div className="empty-action">{action}</div>}
    </div>
  )
}
