import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Colour, contrastOnWhite } from '#shared/domain/colour.ts'
import { leastContrast, type ReportLook } from '#shared/domain/report-look.ts'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ChangeForm, useWhyBarred } from '#renderer/ui/changes.tsx'
import { ChoiceBar } from '#renderer/ui/choice-bar.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { useUnsavedForm } from '#renderer/ui/unsaved-forms.ts'

/** Paper, colour and issuer, saved together. */
export function LookForm({ look }: { readonly look: ReportLook }) {
  const { t } = useTranslation('reports')
  const save = useCommand('reports.saveLook', ['reports.readLook'])
  const [paper, setPaper] = useState(look.paper)
  const [accent, setAccent] = useState(look.accent)
  const [issuer, setIssuer] = useState(look.issuer)
  const why = useWhyBarred()
  useUnsavedForm(paper !== look.paper || accent !== look.accent || issuer.trim() !== look.issuer)
  const [isSaved, setIsSaved] = useState(false)
  const isColour = Colour.safeParse(accent).success
  const contrast = isColour ? contrastOnWhite(accent) : 0
  const error = isColour ? (contrast < leastContrast ? t('look.accentLight') : undefined) : t('look.accentWrong')
  const submit = async () => {
    if (error !== undefined) return
    const outcome = await save.run({ paper, accent, issuer: issuer.trim() })
    setIsSaved(outcome.ok)
  }
  return (
    <ChangeForm
      className="form"
      noValidate
      onChange={() => setIsSaved(false)}
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <div className="field">
        <span className="field-label">{t('look.paper')}</span>
        <ChoiceBar
          label={t('look.paper')}
          choices={(['a4', 'letter'] as const).map((id) => ({ id, label: t(`look.${id}`) }))}
          chosen={paper}
          onChoose={(id) => {
            setPaper(id === 'letter' ? 'letter' : 'a4')
            setIsSaved(false)
          }}
        />
      </div>
      <div className="look-colour">
        <TextField
          label={t('look.accent')}
          hint={t('look.accentHint', { ratio: isColour ? (Math.floor(contrast * 10) / 10).toFixed(1) : '–' })}
          error={error}
          maxLength={7}
          value={accent}
          onChange={(event) => setAccent(event.target.value.toLowerCase())}
        />
        <input
          type="color"
          className="look-swatch"
          aria-label={t('look.accentPick')}
          value={isColour ? accent : look.accent}
          disabled={why !== null}
          onChange={(event) => setAccent(event.target.value)}
        />
      </div>
      <TextField
        label={t('look.issuer')}
        hint={t('look.issuerHint')}
        isOptional
        maxLength={80}
        value={issuer}
        onChange={(event) => setIssuer(event.target.value)}
      />
      {save.fault === null ? null : <Refusal words={wordsFor(save.fault)} />}
      <div className="form-actions">
        <Button type="submit" look="primary" isBusy={save.isRunning} disabled={error !== undefined}>
          {t('look.save')}
        </Button>
        <span className="form-saved" role="status">
          {isSaved ? t('look.saved') : ''}
        </span>
      </div>
    </ChangeForm>
  )
}
