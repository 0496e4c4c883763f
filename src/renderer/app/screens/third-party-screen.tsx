import type { ThirdPartyId } from '#shared/domain/ids.ts'
import type { ThirdParty } from '#shared/domain/third-party.ts'
import { AssessmentTable } from '#renderer/features/assessments/assessment-table.tsx'
import { StartForm } from '#renderer/features/assessments/start-form.tsx'
import { ThirdPartyForm } from '#renderer/features/third-parties/third-party-form.tsx'
import { useQuery } from '#renderer/bridge/use-query.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { Waiting } from '#renderer/ui/waiting.tsx'
import { useNavigation } from '../use-route.ts'

export function NewThirdPartyScreen() {
  const { go } = useNavigation()
  return (
    <div className="page page-narrow">
      <PageHead title="New third party" lead="Enough to know whom you mean. Owners, reach and safeguards come in the assessment." />
      <ThirdPartyForm thirdParty={null} onSaved={(party) => go({ screen: 'third-party', id: party.id })} />
    </div>
  )
}

export function ThirdPartyScreen({ id }: { readonly id: ThirdPartyId }) {
  const { go } = useNavigation()
  const query = useQuery('thirdParties.read', { id })
  if (query.state === 'loading') return <Waiting what="Reading the third party…" />
  if (query.state === 'failed') {
    return (
      <div className="page page-narrow">
        <PageHead title="Third party" />
        <Refusal
          words={wordsFor(query.fault)}
          actions={
            <>
              <Button onClick={query.reload}>Try again</Button>
              <Button onClick={() => go({ screen: 'home' })}>Go to Home</Button>
            </>
          }
        />
      </div>
    )
  }
  const { thirdParty } = query.value
  return (
    <div className="page">
      <PageHead title={thirdParty.legalName} lead={thirdParty.nativeName === '' ? undefined : thirdParty.nativeName} />
      <div className="columns">
        <div>
          <PartyAssessments thirdParty={thirdParty} />
          <section className="part" aria-labelledby="start-title">
            <h2 id="start-title">Start an assessment</h2>
            <StartForm
              key={thirdParty.relationships.join(' ')}
              thirdParty={thirdParty}
              onStarted={(assessment) => go({ screen: 'assessment', id: assessment.id })}
            />
          </section>
        </div>
        <section className="part" aria-labelledby="profile-title">
          <h2 id="profile-title">Profile</h2>
          <ThirdPartyForm thirdParty={thirdParty} onSaved={() => undefined} />
        </section>
      </div>
    </div>
  )
}

function PartyAssessments({ thirdParty }: { readonly thirdParty: ThirdParty }) {
  const { go } = useNavigation()
  const query = useQuery('assessments.list', {})
  if (query.state === 'loading') return <Waiting what="Reading the assessments…" />
  if (query.state === 'failed') return <Refusal words={wordsFor(query.fault)} actions={<Button onClick={query.reload}>Try again</Button>} />
  const mine = query.value.assessments.filter((row) => row.assessment.thirdPartyId === thirdParty.id)
  if (mine.length === 0) return null
  return (
    <section className="part" aria-labelledby="party-assessments-title">
      <h2 id="party-assessments-title">Assessments</h2>
      <AssessmentTable
        assessments={mine}
        isNameHidden
        onOpen={(id) => go({ screen: 'assessment', id })}
        onDecide={(id) => go({ screen: 'decision', id })}
      />
    </section>
  )
}
