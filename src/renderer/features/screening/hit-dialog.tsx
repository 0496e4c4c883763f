import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HitLine } from '#shared/contract/screening.ts'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { useQuery } from '#renderer/bridge/use-query.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { FormPlace, useGivingWay } from '#renderer/ui/unsaved-forms.ts'
import { Waiting } from '#renderer/ui/waiting.tsx'
import { DecisionForm, decisionFormId } from './decision-form.tsx'
import { HitHistory } from './hit-history.tsx'
import { ownName } from './own-name.ts'
import { changedByDecision } from './refreshed.ts'
import { ScoreTable } from './score-table.tsx'
import { SideBySide } from './side-by-side.tsx'

interface HitDialogProps {
  readonly line: HitLine
  readonly onDecided: () => void
  readonly onClose: () => void
}

/** A name and the entry it is like side by side, why it is, what was said of it, and what to say now. */
export function HitDialog({ line, onDecided, onClose }: HitDialogProps) {
  const { t } = useTranslation('screening')
  const { thirdPartyId, key } = line
  const query = useQuery('screening.hit', { thirdPartyId, key })
  const decide = useCommand('screening.decide', changedByDecision)
  const withdraw = useCommand('screening.withdraw', changedByDecision)
  const { place, giveWay } = useGivingWay()
  const close = () => giveWay(onClose)
  const fault = decide.fault ?? withdraw.fault
  const [isNameless, setIsNameless] = useState(false)
  const takeBack = async () => {
    const decidedBy = ownName().trim()
    setIsNameless(decidedBy === '')
    if (decidedBy !== '' && (await withdraw.run({ thirdPartyId, key, decidedBy })).ok) onClose()
  }
  const last = query.state === 'ready' ? query.value.history[0] : undefined
  return (
    <Dialog
      title={t('hit.title')}
      kind="alert"
      isOpen
      onClose={close}
      actions={
        <>
          <Button changes type="submit" form={decisionFormId} look="primary" isBusy={decide.isRunning}>
            {decide.isRunning ? t('hit.saving') : t(line.state === 'open' ? 'hit.save' : 'hit.saveOnly')}
          </Button>
          <Button onClick={close}>{t('cancel')}</Button>
          {line.state === 'open' || last === undefined ? null : (
            <Button changes look="quiet" isBusy={withdraw.isRunning} onClick={() => void takeBack()}>
              {t('hit.withdraw')}
            </Button>
          )}
        </>
      }
    >
      {query.state === 'loading' ? <Waiting what={t('reading')} /> : null}
      {query.state === 'failed' ? <Refusal words={wordsFor(query.fault)} /> : null}
      {query.state === 'ready' ? (
        <>
          <SideBySide hit={query.value} />
          <ScoreTable hit={query.value} />
          <HitHistory hit={query.value} />
          <FormPlace value={place}>
            <DecisionForm
              onDecide={async (decision) => {
                if ((await decide.run({ thirdPartyId, key, decision })).ok) onDecided()
              }}
            />
          </FormPlace>
          {isNameless ? (
            <p className="field-error" role="alert">
              {t('hit.nameFirst')}
            </p>
          ) : null}
          {fault === null ? null : <Refusal words={wordsFor(fault)} />}
        </>
      ) : null}
    </Dialog>
  )
}
