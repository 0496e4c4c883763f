import { useTranslation } from 'react-i18next'
import type { DecisionCase } from '#shared/contract/reviews.ts'
import type { AssessmentId } from '#shared/domain/ids.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { dayText } from '#renderer/ui/numbers.ts'

interface SupersessionNoticesProps {
  readonly known: Pick<DecisionCase, 'supersedes' | 'supersededBy'>
  readonly onOpen: (id: AssessmentId) => void
}

/** Which assessment this one takes the place of, and which takes its place. */
export function SupersessionNotices({ known, onOpen }: SupersessionNoticesProps) {
  const { t } = useTranslation('deciding')
  const { supersedes, supersededBy } = known
  return (
    <>
      {supersededBy === null ? null : (
        <Notice
          tone={supersededBy.signedAt === null ? 'info' : 'warning'}
          title={
            supersededBy.signedAt === null
              ? t('supersede.supersededByDraft', { day: dayText(supersededBy.startedAt) })
              : t('supersede.supersededBySigned', { day: dayText(supersededBy.signedAt) })
          }
          actions={
            <Button isSmall onClick={() => onOpen(supersededBy.assessmentId)}>
              {t('supersede.openNew')}
            </Button>
          }
        />
      )}
      {supersedes === null ? null : (
        <Notice
          tone="info"
          title={t('supersede.supersedes', { day: dayText(supersedes.signedAt) })}
          actions={
            <Button isSmall onClick={() => onOpen(supersedes.assessmentId)}>
              {t('supersede.openOld')}
            </Button>
          }
        >
          {supersedes.reason === '' ? undefined : <p>{t('supersede.supersedesWhy', { reason: supersedes.reason })}</p>}
        </Notice>
      )}
    </>
  )
}
