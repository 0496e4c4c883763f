import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Screening } from '#shared/domain/assessment-screening.ts'
import type { ThirdPartyId } from '#shared/domain/ids.ts'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { useQuery } from '#renderer/bridge/use-query.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { dayText } from '#renderer/ui/numbers.ts'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { useFocusNext } from '#renderer/ui/use-focus-next.ts'
import { useSession } from '../session/use-session.ts'
import { screeningSummary } from './screening-words.ts'
import { ScreeningDialog } from './screening-dialog.tsx'

interface ScreeningPartProps {
  readonly thirdPartyId: ThirdPartyId
  readonly stored: Screening | null
  readonly isReadOnly: boolean
  /** Goes to the possible matches that wait. */
  readonly onLook: () => void
}

/** What the check of names against restricted-party lists gave, and the ways to enter it. */
export function ScreeningPart({ thirdPartyId, stored, isReadOnly, onLook }: ScreeningPartProps) {
  const { t } = useTranslation('screening')
  const [screening, setScreening] = useState(stored)
  const [isOpen, setIsOpen] = useState(false)
  const { box, focusNext } = useFocusNext<HTMLElement>()
  const { hits } = screening ?? {}
  const waiting = hits === undefined ? 0 : hits.open + hits['cannot-tell']
  return (
    <section ref={box} className="rail-part" aria-label={t('assessment.title')}>
      <h3>{t('assessment.title')}</h3>
      <p className="rail-quiet">{screeningSummary(screening)}</p>
      {waiting === 0 ? null : (
        <p className="rail-quiet">
          {t('assessment.open', { count: waiting })}{' '}
          <button type="button" className="link" onClick={onLook}>
            {t('assessment.look')}
          </button>
        </p>
      )}
      {hits === undefined ? null : <p className="rail-quiet">{t('assessment.follows')}</p>}
      {isReadOnly ? null : (
        <>
          {hits === undefined ? (
            <TakeOver
              thirdPartyId={thirdPartyId}
              onTaken={(taken) => {
                setScreening(taken)
                focusNext('.rail-line button')
              }}
            />
          ) : null}
          <p className="rail-line">
            <Button isSmall onClick={() => setIsOpen(true)}>
              {screening === null ? t('assessment.enter') : t('assessment.change')}
            </Button>
          </p>
        </>
      )}
      {isOpen ? (
        <ScreeningDialog
          stored={screening}
          onClose={() => setIsOpen(false)}
          onSaved={(saved) => {
            setScreening(saved)
            setIsOpen(false)
          }}
        />
      ) : null}
    </section>
  )
}

interface TakeOverProps {
  readonly thirdPartyId: ThirdPartyId
  readonly onTaken: (screening: Screening) => void
}

/** Offers what names compared here gave, once there is something. */
function TakeOver({ thirdPartyId, onTaken }: TakeOverProps) {
  const { t } = useTranslation('screening')
  const session = useSession()
  const query = useQuery('screening.ofParty', { thirdPartyId })
  const takeOver = useCommand('screening.takeOver', ['assessments.list'])
  const found = query.state === 'ready' ? query.value.screening : null
  if (found === null) return null
  const take = async () => {
    const outcome = await takeOver.run({ assessmentId: session.id })
    if (!outcome.ok) return
    session.takeResult(outcome.value.result, outcome.value.savedAt)
    onTaken(outcome.value.screening)
  }
  return (
    <>
      <p className="rail-quiet">{t('assessment.compared', { day: dayText(found.screenedOn) })}</p>
      <p className="rail-line">
        <Button isSmall look="primary" isBusy={takeOver.isRunning} onClick={() => void take()}>
          {t('assessment.takeOver')}
        </Button>
      </p>
      {takeOver.fault === null ? null : <Refusal words={wordsFor(takeOver.fault)} />}
    </>
  )
}
