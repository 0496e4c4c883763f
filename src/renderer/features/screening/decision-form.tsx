import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { type HitDecision, HitVerdict, verdicts } from '#shared/domain/screening-hit.ts'
import { ChangeForm } from '#renderer/ui/changes.tsx'
import { ChoiceBar } from '#renderer/ui/choice-bar.tsx'
import { TextArea } from '#renderer/ui/text-area.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { useUnsavedForm } from '#renderer/ui/unsaved-forms.ts'
import { ownName, rememberName } from './own-name.ts'

export const decisionFormId = 'screening-decision'

/** Asks whether it is the same, why, and who says so. */
export function DecisionForm({ onDecide }: { readonly onDecide: (decision: HitDecision) => Promise<void> }) {
  const { t } = useTranslation('screening')
  const [verdict, setVerdict] = useState<HitVerdict | null>(null)
  const [reason, setReason] = useState('')
  const [decidedBy, setDecidedBy] = useState(ownName)
  const [isTried, setIsTried] = useState(false)
  useUnsavedForm(verdict !== null || reason !== '')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setIsTried(true)
    if (verdict === null || reason.trim() === '' || decidedBy.trim() === '') return
    await onDecide({ verdict, reason, decidedBy })
  }
  return (
    <ChangeForm id={decisionFormId} className="form" onSubmit={(event) => void submit(event)} noValidate>
      <div className="field">
        <span className="field-label">{t('hit.decide')}</span>
        <ChoiceBar
          label={t('hit.decide')}
          layout="column"
          choices={verdicts.map((id) => ({ id, label: t(`hit.verdicts.${id}`), detail: t(`hit.meanings.${id}`) }))}
          chosen={verdict}
          onChoose={(id) => {
            const read = HitVerdict.safeParse(id)
            if (read.success) setVerdict(read.data)
          }}
        />
        {isTried && verdict === null ? (
          <p className="field-error" role="alert">
            {t('hit.noVerdict')}
          </p>
        ) : null}
      </div>
      <TextArea
        label={t('hit.reason')}
        hint={t('hit.reasonHint')}
        value={reason}
        maxLength={2_000}
        onChange={(event) => setReason(event.target.value)}
        error={isTried && reason.trim() === '' ? t('hit.noReason') : undefined}
      />
      <TextField
        label={t('hit.by')}
        value={decidedBy}
        maxLength={200}
        onChange={(event) => {
          setDecidedBy(event.target.value)
          rememberName(event.target.value)
        }}
        error={isTried && decidedBy.trim() === '' ? t('hit.noName') : undefined}
      />
    </ChangeForm>
  )
}
