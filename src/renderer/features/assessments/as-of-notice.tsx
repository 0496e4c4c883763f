import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Assessment } from '#shared/domain/assessment.ts'
import type { Day } from '#shared/domain/time.ts'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { dayText } from '#renderer/ui/numbers.ts'
import { Refusal } from '#renderer/ui/refusal.tsx'
import type { AssessmentSession } from './session/assessment-session.ts'

interface AsOfNoticeProps {
  readonly assessment: Assessment
  readonly today: Day
  readonly session: AssessmentSession
}

/** Says of a draft that was started on an earlier day that it is judged on that day, and brings it to today. */
export function AsOfNotice({ assessment, today, session }: AsOfNoticeProps) {
  const { t } = useTranslation('deciding')
  const [asOf, setAsOf] = useState(assessment.asOf)
  const bring = useCommand('assessments.bringToToday', ['decision.readCase'])
  if (asOf >= today) return <div role="status">{asOf === assessment.asOf ? null : t('asOf.done', { day: dayText(asOf) })}</div>
  const run = async () => {
    const outcome = await bring.run({ id: assessment.id })
    if (!outcome.ok) return
    session.takeResult(outcome.value.result, outcome.value.changedAt)
    setAsOf(outcome.value.assessment.asOf)
  }
  return (
    <>
      <Notice
        tone="info"
        title={t('asOf.title', { day: dayText(asOf) })}
        actions={
          <Button changes isBusy={bring.isRunning} onClick={() => void run()}>
            {t('asOf.button')}
          </Button>
        }
      >
        {t('asOf.text')}
      </Notice>
      {bring.fault === null ? null : <Refusal words={wordsFor(bring.fault)} />}
    </>
  )
}
