import { useTranslation } from 'react-i18next'
import { Button } from '#renderer/ui/button.tsx'
import { TierShape, tierWords } from '#renderer/ui/tier-badge.tsx'
import { useResult } from '../session/use-session.ts'

/** The tier and the way to the live result, for windows so narrow that the result stands below the questions. */
export function RailJump() {
  const { t } = useTranslation('result')
  const result = useResult()
  const { worst } = result.tier
  return (
    <Button isSmall className="rail-jump" onClick={goToResult}>
      {result.answeredCount === 0 ? (
        t('notAssessed')
      ) : (
        <>
          <TierShape tier={worst} /> {t('jump', { worst: tierWords[worst] })}
        </>
      )}
    </Button>
  )
}

function goToResult(): void {
  const rail = document.getElementById('live-result')
  rail?.focus({ preventScroll: true })
  rail?.scrollIntoView({ block: 'start' })
}
