import { useTranslation } from 'react-i18next'
import type { ScreeningWork } from '#shared/contract/screening.ts'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { Progress } from '#renderer/ui/progress.tsx'

/** How far comparing names is, with a way to stop it; then how it ended. */
export function WorkPart({ work }: { readonly work: ScreeningWork }) {
  const { t } = useTranslation('screening')
  const stop = useCommand('screening.stop')
  const { isRunning, done, total, hits, ending, sentence } = work
  if (isRunning)
    return (
      <div className="screening-work">
        <p role="status">{t('run.workingText')}</p>
        <Progress label={t('run.working')} done={done} total={total} />
        <Button isSmall isBusy={stop.isRunning} onClick={() => void stop.run({})}>
          {t('run.stop')}
        </Button>
      </div>
    )
  if (ending === null) return null
  const found = hits === 0 ? t('run.noHits') : t('run.hits', { count: hits })
  if (ending === 'failed')
    return (
      <Notice tone="bad" title={t('run.failed')} isUrgent>
        <p>{sentence}</p>
      </Notice>
    )
  return (
    <div role="status">
      <Notice
        tone={ending === 'done' && hits === 0 ? 'info' : 'warning'}
        title={ending === 'done' ? t('run.done', { count: done }) : t('run.stopped', { done, total })}
      >
        <p>{found}</p>
      </Notice>
    </div>
  )
}
