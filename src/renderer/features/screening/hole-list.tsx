import { useTranslation } from 'react-i18next'
import type { ListHole } from '#shared/domain/screening-hit.ts'

/** The rows of a file that could not be read, line by line. */
export function HoleList({ holes }: { readonly holes: readonly ListHole[] }) {
  const { t } = useTranslation('screening')
  if (holes.length === 0) return <p className="screening-quiet">{t('lists.noHoles')}</p>
  return (
    <details className="screening-holes" open={holes.length <= 5}>
      <summary>{t('lists.holeCount', { count: holes.length })}</summary>
      <ul>
        {holes.map(({ line, reason }) => (
          <li key={line}>{t('lists.hole', { line, reason: t(`lists.reasons.${reason}`) })}</li>
        ))}
      </ul>
    </details>
  )
}
