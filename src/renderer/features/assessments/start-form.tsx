import { useState } from 'react'
import type { Assessment } from '#shared/domain/assessment.ts'
import type { Profile, RelationshipKind } from '#shared/domain/relationship.ts'
import type { ThirdParty } from '#shared/domain/third-party.ts'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ChoiceBar } from '#renderer/ui/choice-bar.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { relationshipWords } from './answer-words.ts'
import { PackChoice } from './pack-choice.tsx'

interface StartFormProps {
  readonly thirdParty: ThirdParty
  readonly onStarted: (assessment: Assessment) => void
  readonly onOrganization: () => void
}

const profiles: readonly { readonly id: Profile; readonly label: string; readonly detail: string }[] = [
  {
    id: 'lite',
    label: 'Lite',
    detail: 'The questions that matter most: 40 to 50, depending on your answers. For a small firm, or a first look.',
  },
  {
    id: 'full',
    label: 'Full',
    detail: 'Every question that your answers call for: 80 to 130. For whoever reaches far into your crown jewels.',
  },
]

/** Starts an assessment of one relationship. */
export function StartForm({ thirdParty, onStarted, onOrganization }: StartFormProps) {
  const start = useCommand('assessments.start', ['assessments.list'])
  const [relationship, setRelationship] = useState<RelationshipKind | null>(
    thirdParty.relationships.length === 1 ? (thirdParty.relationships[0] ?? null) : null,
  )
  const [profile, setProfile] = useState<Profile>('lite')
  const [packSha256, setPackSha256] = useState<string | null>(null)
  const run = async (chosen: RelationshipKind) => {
    const outcome = await start.run({
      thirdPartyId: thirdParty.id,
      relationship: chosen,
      profile,
      ...(packSha256 === null ? {} : { packSha256 }),
    })
    if (outcome.ok) onStarted(outcome.value.assessment)
  }
  return (
    <form
      className="form"
      aria-label="Start an assessment"
      onSubmit={(event) => {
        event.preventDefault()
        if (relationship !== null) void run(relationship)
      }}
    >
      <div className="field">
        <span className="field-label">Assessed as</span>
        <ChoiceBar
          label="Assessed as"
          choices={thirdParty.relationships.map((kind) => ({ id: kind, label: relationshipWords[kind] }))}
          chosen={relationship}
          onChoose={(id) => setRelationship(thirdParty.relationships.find((kind) => kind === id) ?? null)}
        />
      </div>
      <div className="field">
        <span className="field-label">How deep</span>
        <ChoiceBar
          label="How deep"
          layout="column"
          choices={profiles}
          chosen={profile}
          onChoose={(id) => setProfile(id === 'full' ? 'full' : 'lite')}
        />
      </div>
      <PackChoice chosen={packSha256} onChoose={setPackSha256} />
      {start.fault === null ? null : (
        <Refusal
          words={wordsFor(start.fault)}
          actions={start.fault.code === 'no-organization' ? <Button onClick={onOrganization}>Open Organization</Button> : undefined}
        />
      )}
      <div className="form-actions">
        <Button type="submit" look="primary" isBusy={start.isRunning} disabled={relationship === null}>
          Start the assessment
        </Button>
        {relationship === null ? <span className="form-saved">Choose first as what it is assessed.</span> : null}
      </div>
    </form>
  )
}
