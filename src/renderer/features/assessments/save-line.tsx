import { useTranslation } from 'react-i18next'
import type { QuestionId } from '#shared/domain/ids.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { clockText } from '#renderer/ui/numbers.ts'
import type { QuestionView } from './session/assessment-session.ts'
import { useSession } from './session/use-session.ts'

/** The truth about saving, for one question. "Saved" stands here only after the vault said so. */
export function SaveLine({ questionId, view }: { readonly questionId: QuestionId; readonly view: QuestionView }) {
  const { t } = useTranslation('questionnaire')
  const session = useSession()
  if (view.save.phase === 'failed') {
    const words = wordsFor(view.save.fault)
    return (
      <div className="save-failed" role="alert">
        <p>
          <Icon name="warning" /> <strong>{t('save.failed')}</strong> {words.what} {words.next} {t('save.stays')}
        </p>
        <div className="save-failed-actions">
          {view.save.fault.code === 'answer-changed' ? (
            <>
              <Button isSmall onClick={() => void session.keepMine(questionId)}>
                {t('save.keepMine')}
              </Button>
              <Button isSmall onClick={() => void session.takeStored(questionId)}>
                {t('save.takeStored')}
              </Button>
            </>
          ) : (
            <Button isSmall onClick={() => session.retry(questionId)}>
              {t('save.retry')}
            </Button>
          )}
        </div>
      </div>
    )
  }
  if (view.incomplete !== null) return <span className="save-line save-line-open">{t('save.open', { why: view.incomplete })}</span>
  if (view.save.phase !== 'saved') return <span className="save-line">{t('save.saving')}</span>
  if (view.savedAt === null) return <span className="save-line save-line-blank">{t('save.blank')}</span>
  return (
    <span className="save-line save-line-saved">
      <Icon name="check" size={13} /> {t('save.saved', { time: clockText(view.savedAt) })}
    </span>
  )
}
