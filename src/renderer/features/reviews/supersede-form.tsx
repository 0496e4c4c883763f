import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Assessment } from '#shared/domain/assessment.ts'
import { Profile } from '#shared/domain/relationship.ts'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ChangeForm } from '#renderer/ui/changes.tsx'
import { ChoiceBar } from '#renderer/ui/choice-bar.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { TextArea } from '#renderer/ui/text-area.tsx'
import { useUnsavedForm } from '#renderer/ui/unsaved-forms.ts'

interface SupersedeFormProps {
  readonly assessment: Assessment
  readonly onStarted: (assessment: Assessment) => void
}

/** Starts the assessment that will take the place of a signed one, and says why. */
export function SupersedeForm({ assessment, onStarted }: SupersedeFormProps) {
  const { t } = useTranslation('deciding')
  const start = useCommand('assessments.start', ['assessments.list', 'decision.readCase'])
  const [reason, setReason] = useState('')
  const [profile, setProfile] = useState(assessment.profile)
  const forget = useUnsavedForm(reason !== '' || profile !== assessment.profile)
  const { id: assessmentId, thirdPartyId, relationship } = assessment
  const run = async () => {
    const outcome = await start.run({ thirdPartyId, relationship, profile, supersedes: { assessmentId, reason } })
    if (!outcome.ok) return
    forget()
    onStarted(outcome.value.assessment)
  }
  return (
    <ChangeForm
      className="form"
      aria-label={t('supersede.title')}
      onSubmit={(event) => {
        event.preventDefault()
        void run()
      }}
    >
      <p className="field-hint">{t('supersede.lead')}</p>
      <TextArea
        label={t('supersede.reason')}
        hint={t('supersede.reasonHint')}
        isOptional
        maxLength={2_000}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <div className="field">
        <span className="field-label">{t('supersede.profile')}</span>
        <ChoiceBar
          label={t('supersede.profile')}
          choices={Profile.options.map((id) => ({ id, label: t(`supersede.${id}`) }))}
          chosen={profile}
          onChoose={(id) => setProfile(Profile.safeParse(id).data ?? profile)}
        />
      </div>
      {start.fault === null ? null : <Refusal words={wordsFor(start.fault)} />}
      <div className="form-actions">
        <Button type="submit" isBusy={start.isRunning}>
          {start.isRunning ? t('supersede.starting') : t('supersede.start')}
        </Button>
      </div>
    </ChangeForm>
  )
}
