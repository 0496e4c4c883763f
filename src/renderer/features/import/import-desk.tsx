import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Progress } from '#renderer/ui/progress.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { useUnsavedForm } from '#renderer/ui/unsaved-forms.ts'
import { ColumnsForm } from './columns-form.tsx'
import { firstInput } from './import-stage.ts'
import { ImportResult } from './import-result.tsx'
import { PastImports } from './past-imports.tsx'
import { RowsView } from './rows-view.tsx'
import { StageHead } from './stage-head.tsx'
import { useImport } from './use-import.ts'

/** Takes a list in: choose the file, say what its columns hold, look at the rows, import. */
export function ImportDesk({ onOpenParties }: { readonly onOpenParties: () => void }) {
  const { t } = useTranslation('import')
  const desk = useImport()
  const { stage, fault } = desk
  const [hasBegun, setHasBegun] = useState(false)
  if (!hasBegun && stage.at !== 'choose') setHasBegun(true)
  // Leaving the screen ends the writing between two steps; somebody who means to leave is asked first.
  useUnsavedForm(stage.at === 'writing')
  return (
    <>
      {fault === null ? null : <Refusal words={wordsFor(fault)} />}
      {stage.at === 'choose' ? (
        <>
          <section className="part" aria-labelledby="choose-title">
            <h2 id="choose-title">{t('choose.title')}</h2>
            <p>{t('choose.text')}</p>
            <p className="field-hint">{t('choose.limits')}</p>
            <div className="form-actions">
              <Button changes look="primary" autoFocus={hasBegun} isBusy={desk.isBusy} onClick={() => void desk.chooseFile()}>
                {t('choose.action')}
              </Button>
            </div>
          </section>
          <PastImports />
        </>
      ) : null}
      {stage.at === 'columns' ? (
        <ColumnsForm
          list={stage.list}
          input={stage.input ?? firstInput(stage.list)}
          isBusy={desk.isBusy}
          onRearrange={(sheet, headerRow) => void desk.rearrange(sheet, headerRow)}
          onLook={(input) => void desk.look(input)}
          onBack={desk.back}
        />
      ) : null}
      {stage.at === 'rows' ? (
        <RowsView stage={stage} isBusy={desk.isBusy} onWrite={(choices) => void desk.write(choices)} onBack={desk.back} />
      ) : null}
      {stage.at === 'writing' ? (
        <section className="part" aria-labelledby="writing-title">
          <StageHead id="writing-title">{t('writing.title')}</StageHead>
          <Progress label={t('writing.title')} done={stage.written?.done ?? 0} total={stage.total} />
          <p className="field-hint">{t('writing.text')}</p>
          <div className="form-actions">
            <Button onClick={desk.stop}>{t('writing.stop')}</Button>
          </div>
        </section>
      ) : null}
      {stage.at === 'done' ? <ImportResult written={stage.written} onOpenParties={onOpenParties} onAnother={desk.back} /> : null}
    </>
  )
}
