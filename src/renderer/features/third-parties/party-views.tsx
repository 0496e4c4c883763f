import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SavedView, ThirdPartyView } from '#shared/domain/third-party-view.ts'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'

export const everything: ThirdPartyView = { filter: {}, sort: { by: 'name', isDescending: false } }

/** Two views are one when they show the same, in whatever order their parts were chosen. */
function isSame(one: ThirdPartyView, other: ThirdPartyView): boolean {
  const text = ({ filter, sort }: ThirdPartyView) =>
    JSON.stringify([Object.entries(filter).toSorted(([a], [b]) => a.localeCompare(b)), sort.by, sort.isDescending])
  return text(one) === text(other)
}

interface PartyViewsProps {
  readonly view: ThirdPartyView
  readonly views: readonly SavedView[]
  readonly onChoose: (view: ThirdPartyView) => void
}

/** Goes to a view that was kept, keeps the present one under a name, or forgets one. */
export function PartyViews({ view, views, onChoose }: PartyViewsProps) {
  const { t } = useTranslation('third-parties')
  const id = useId()
  const remove = useCommand('thirdParties.removeView', ['thirdParties.views'])
  const [isNaming, setNaming] = useState(false)
  const present = views.find((one) => isSame(one.view, view))
  const isEverything = present === undefined && isSame(view, everything)
  return (
    <div className="party-views">
      <div className="field party-view">
        <label className="field-label" htmlFor={id}>
          {t('views.label')}
        </label>
        <select
          id={id}
          className="input"
          value={isEverything ? 'all' : (present?.id ?? 'own')}
          onChange={(event) => {
            const chosen = views.find((one) => one.id === event.target.value)
            onChoose(chosen?.view ?? everything)
          }}
        >
          <option value="all">{t('views.all')}</option>
          {isEverything || present !== undefined ? null : <option value="own">{t('views.changed')}</option>}
          {views.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </select>
      </div>
      {present === undefined ? (
        isEverything ? null : (
          <Button changes isSmall onClick={() => setNaming(true)}>
            {t('views.save')}
          </Button>
        )
      ) : (
        <Button changes isSmall look="quiet" isBusy={remove.isRunning} onClick={() => void remove.run({ id: present.id })}>
          {t('views.remove')}
        </Button>
      )}
      {isNaming ? <NameDialog view={view} onClose={() => setNaming(false)} /> : null}
    </div>
  )
}

function NameDialog({ view, onClose }: { readonly view: ThirdPartyView; readonly onClose: () => void }) {
  const { t } = useTranslation('third-parties')
  const save = useCommand('thirdParties.saveView', ['thirdParties.views'])
  const [name, setName] = useState('')
  const run = async () => {
    const outcome = await save.run({ name, view })
    if (outcome.ok) onClose()
  }
  return (
    <Dialog
      title={t('views.dialog')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('views.cancel')}</Button>
          <Button look="primary" isBusy={save.isRunning} onClick={() => void run()}>
            {t('views.keep')}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void run()
        }}
      >
        <TextField
          label={t('views.name')}
          hint={t('views.nameHint')}
          maxLength={60}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </form>
      {save.fault === null ? null : <Refusal words={wordsFor(save.fault)} />}
    </Dialog>
  )
}
