import { useTranslation } from 'react-i18next'
import { Button } from '#renderer/ui/button.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { clockText, dayText } from '#renderer/ui/numbers.ts'
import { Progress } from '#renderer/ui/progress.tsx'
import { useVerification, type Verification } from './use-verification.ts'

/** Checks the whole history on demand and says what came of it. */
export function VerifyHistory() {
  const { t } = useTranslation('history')
  const { verification, start, stop } = useVerification()
  const isRunning = verification.state === 'running'
  return (
    <div className="history-check">
      <div className="form-actions">
        <Button isBusy={isRunning} onClick={start}>
          {t('check.start')}
        </Button>
        {isRunning ? (
          <>
            <Progress label={t('check.progress')} done={verification.done} total={verification.total} />
            <Button isSmall look="quiet" onClick={stop}>
              {t('check.stop')}
            </Button>
          </>
        ) : null}
      </div>
      <div role="status">
        <Finding verification={verification} />
      </div>
    </div>
  )
}

function Finding({ verification }: { readonly verification: Verification }) {
  const { t } = useTranslation('history')
  switch (verification.state) {
    case 'none':
    case 'running':
      return null
    case 'stopped':
      return <Notice tone="info" title={t('check.stopped')} />
    case 'intact': {
      const { checkedAt, entries, anchors } = verification
      return (
        <Notice tone="good" title={t('check.intact', { day: dayText(checkedAt), time: clockText(checkedAt) })}>
          <p>
            {t('check.follows', { count: entries })}{' '}
            {anchors.length === 0 ? t('check.noAnchors') : t('check.anchors', { count: anchors.length })}
          </p>
        </Notice>
      )
    }
    case 'broken':
      return (
        <Notice tone="bad" title={t('check.broken')} isUrgent>
          <p>{verification.sentence}</p>
          <p>{t('check.brokenText')}</p>
        </Notice>
      )
  }
}
