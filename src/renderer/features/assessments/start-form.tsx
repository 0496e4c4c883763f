import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Assessment } from '#shared/domain/assessment.ts'
import type { Profile, RelationshipKind } from '#shared/domain/relationship.ts'
import type { ThirdParty } from '#shared/domain/third-party.ts'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { useQuery } from '#renderer/bridge/use-query.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ChangeForm } from '#renderer/ui/changes.tsx'
import { ChoiceBar } from '#renderer/ui/choice-bar.tsx'
import { dayText } from '#renderer/ui/numbers.ts'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { profileWords, relationshipWords } from './answer-words.ts'
import { PackChoice } from './pack-choice.tsx'

interface StartFormProps {
  readonly thirdParty: ThirdParty
  readonly onStarted: (assessment: Assessment) => void
  readonly onOrganization: () => void
}

const profiles = ['lite', 'full'] as const satisfies readonly Profile[]

/** Starts an assessment of one relationship. */
export function StartForm({ thirdParty, onStarted, onOrganization }: StartFormProps) {
  const { t } = useTranslation('assessments')
  const start = useCommand('assessments.start', ['assessments.list'])
  const [relationship, setRelationship] = useState<RelationshipKind | null>(
    thirdParty.relationships.length === 1 ? (thirdParty.relationships[0] ?? null) : null,
  )
  const [profile, setProfile] = useState<Profile>('lite')
  const [packSha256, setPackSha256] = useState<string | null>(null)
  const signed = useQuery('assessments.list', { thirdPartyId: thirdParty.id, status: 'signed' })
  const all = signed.state === 'ready' ? signed.value.assessments : []
  const before = all.find((row) => row.isStanding && row.assessment.relationship === relationship)?.assessment
  const run = async (chosen: RelationshipKind) => {
    const outcome = await start.run({
      thirdPartyId: thirdParty.id,
      relationship: chosen,
      profile,
      ...(before === undefined ? {} : { supersedes: { assessmentId: before.id, reason: '' } }),
      ...(packSha256 === null ? {} : { packSha256 }),
    })
    if (outcome.ok) onStarted(outcome.value.assessment)
  }
  return (
    <ChangeForm
      className="form"
      aria-label={t('start.label')}
      onSubmit={(event) => {
        event.preventDefault()
        if (relationship !== null) void run(relationship)
      }}
    >
      <div className="field">
        <span className="field-label">{t('start.as')}</span>
        <ChoiceBar
          label={t('start.as')}
          choices={thirdParty.relationships.map((kind) => ({ id: kind, label: relationshipWords[kind] }))}
          chosen={relationship}
          onChoose={(id) => setRelationship(thirdParty.relationships.find((kind) => kind === id) ?? null)}
        />
      </div>
      <div className="field">
        <span className="field-label">{t('start.depth')}</span>
        <ChoiceBar
          label={t('start.depth')}
          layout="column"
          choices={profiles.map((id) => ({ id, label: profileWords[id], detail: t(`start.${id}`) }))}
          chosen={profile}
          onChoose={(id) => setProfile(id === 'full' ? 'full' : 'lite')}
        />
      </div>
      {before === undefined || before.signedAt === null ? null : (
        <p className="field-hint">{t('start.replaces', { day: dayText(before.signedAt) })}</p>
      )}
      <PackChoice chosen={packSha256} onChoose={setPackSha256} />
      {start.fault === null ? null : (
        <Refusal
          words={wordsFor(start.fault)}
          actions={start.fault.code === 'no-organization' ? <Button onClick={onOrganization}>{t('start.organization')}</Button> : undefined}
        />
      )}
      <div className="form-actions">
        <Button type="submit" look="primary" isBusy={start.isRunning} disabled={relationship === null}>
          {t('start.start')}
        </Button>
        {relationship === null ? <span className="form-saved">{t('start.choose')}</span> : null}
      </div>
    </ChangeForm>
  )
}
