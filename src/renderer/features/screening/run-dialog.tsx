import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { ScreeningWork } from '#shared/contract/screening.ts'
import type { ThirdPartyId } from '#shared/domain/ids.ts'
import type { ListEdition } from '#shared/domain/screening-hit.ts'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { CheckList } from '#renderer/ui/check-list.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { dayText } from '#renderer/ui/numbers.ts'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { PartyChoice } from './party-choice.tsx'

interface RunDialogProps {
  readonly editions: readonly ListEdition[]
  /** Somebody to begin with; null for everybody. */
  readonly thirdPartyId: ThirdPartyId | null
  readonly onBegun: (work: ScreeningWork) => void
  readonly onClose: () => void
}

const formId = 'screening-run'

/** Asks whose names are to be compared with which lists. The newest editions are chosen from the start. */
export function RunDialog({ editions, thirdPartyId, onBegun, onClose }: RunDialogProps) {
  const { t } = useTranslation('screening')
  const begin = useCommand('screening.begin', ['screening.overview'])
  const newest = editions.filter(({ id, listId }) => editions.find((one) => one.listId === listId)?.id === id)
  const [chosen, setChosen] = useState<readonly string[]>(newest.map(({ id }) => id))
  const [parties, setParties] = useState<readonly ThirdPartyId[] | null>(thirdPartyId === null ? null : [thirdPartyId])
  const [withContacts, setWithContacts] = useState(false)
  const [isTried, setIsTried] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setIsTried(true)
    if (chosen.length === 0 || parties?.length === 0) return
    const editionIds = editions.filter(({ id }) => chosen.includes(id)).map(({ id }) => id)
    const outcome = await begin.run({ editionIds, thirdPartyIds: parties === null ? null : [...parties], withContacts })
    if (!outcome.ok) return
    onBegun(outcome.value)
    onClose()
  }
  return (
    <Dialog
      title={t('run.title')}
      kind="alert"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button type="submit" form={formId} look="primary" isBusy={begin.isRunning}>
            {t('run.begin')}
          </Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </>
      }
    >
      <form id={formId} className="form" onSubmit={(event) => void submit(event)}>
        <CheckList
          label={t('run.lists')}
          items={editions.map(({ id, title, editionOn }) => ({ id, label: title, detail: t('run.edition', { day: dayText(editionOn) }) }))}
          checked={chosen}
          onChange={setChosen}
          error={isTried && chosen.length === 0 ? t('run.noList') : undefined}
        />
        <PartyChoice parties={parties} onParties={setParties} error={isTried && parties?.length === 0 ? t('run.nobody') : undefined} />
        <p className="screening-quiet">{t('run.names')}</p>
        <label className="check">
          <input type="checkbox" checked={withContacts} onChange={(event) => setWithContacts(event.target.checked)} />
          <span>{t('run.contacts')}</span>
        </label>
        {begin.fault === null ? null : <Refusal words={wordsFor(begin.fault)} />}
      </form>
    </Dialog>
  )
}
