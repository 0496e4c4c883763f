import { useTranslation } from 'react-i18next'
import type { QuestionId } from '#shared/domain/ids.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { clockText } from '#renderer/ui/numbers.ts'
import { useSessionStatus } from './session/use-session.ts'

/** Whether everything typed is in the vault, for the whole assessment. */
export function AssessmentStatus({ onGo }: { readonly onGo: (questionId: QuestionId) => void }) {
  const { t } = useTranslation('assessments')
  const status = useSessionStatus()
  const first = status.unsaved[0]
  return (
    <div className={`status status-${status.phase}`} role="status">
      {status.phase === 'saved' ? (
        status.lastSavedAt === null ? (
          t('status.rest')
        ) : (
          <>
            <Icon name="check" size={14} /> {t('status.saved', { time: clockText(status.lastSavedAt) })}
          </>
        )
      ) : status.phase === 'saving' ? (
        t('status.saving')
      ) : (
        <>
          <Icon name="warning" size={14} /> {t('status.unsaved', { count: status.unsaved.length })}
          {first === undefined ? null : (
            <Button look="quiet" isSmall onClick={() => onGo(first)}>
              {t('status.show')}
            </Button>
          )}
        </>
      )}
    </div>
  )
}
