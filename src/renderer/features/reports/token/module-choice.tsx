import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { useQuery } from '#renderer/bridge/use-query.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ChoiceBar } from '#renderer/ui/choice-bar.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'

/** Chooses the module of a card: one that is in its usual place, or any file. */
export function ModuleChoice({ onChoose }: { readonly onChoose: (handle: string) => void }) {
  const { t } = useTranslation('tokens')
  const places = useQuery('tokens.places', {})
  const choose = useCommand('tokens.chooseModule')
  const [chosen, setChosen] = useState<string | null>(null)
  const [file, setFile] = useState('')
  const modules = places.state === 'ready' ? places.value.modules : []
  const pick = async () => {
    const outcome = await choose.run({})
    if (!outcome.ok || outcome.value.handle === null) return
    setFile(outcome.value.label)
    setChosen(null)
    onChoose(outcome.value.handle)
  }
  return (
    <div className="field">
      <span className="field-label">{t('module')}</span>
      <p className="form-saved">{t('moduleLead')}</p>
      {modules.length === 0 ? (
        <p>{places.state === 'loading' ? '' : t('noModule')}</p>
      ) : (
        <ChoiceBar
          label={t('module')}
          layout="column"
          choices={modules.map(({ handle, name, fileName }) => ({ id: handle, label: name, detail: fileName }))}
          chosen={chosen}
          onChoose={(handle) => {
            setChosen(handle)
            setFile('')
            onChoose(handle)
          }}
        />
      )}
      <div className="form-actions">
        <Button isSmall isBusy={choose.isRunning} onClick={() => void pick()}>
          {t('chooseFile')}
        </Button>
        <span className="form-saved" role="status">
          {file === '' ? '' : t('chosenFile', { label: file })}
        </span>
      </div>
      {choose.fault === null ? null : <Refusal words={wordsFor(choose.fault)} />}
    </div>
  )
}
