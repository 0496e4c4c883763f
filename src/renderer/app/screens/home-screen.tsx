import { AssessmentTable } from '#renderer/features/assessments/assessment-table.tsx'
import { BackupReminder } from '#renderer/features/backups/backup-reminder.tsx'
import { ThirdPartyTable } from '#renderer/features/third-parties/third-party-table.tsx'
import { useQuery } from '#renderer/bridge/use-query.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { countryName } from '#renderer/ui/countries.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { Waiting } from '#renderer/ui/waiting.tsx'
import { useNavigation } from '../use-route.ts'

export function HomeScreen() {
  const { go } = useNavigation()
  const parties = useQuery('thirdParties.list', {})
  const organization = useQuery('organization.read', {})
  const hasParties = parties.state === 'ready' && parties.value.thirdParties.length > 0
  const isDescribed = organization.state === 'ready' && organization.value.organization !== null
  return (
    <div className="page">
      <PageHead title="Home" />
      <BackupReminder onSettings={() => go({ screen: 'settings' })} />
      <OrganizationPart />
      <section className="part" aria-labelledby="assessments-title">
        <header className="part-head">
          <h2 id="assessments-title">Assessments</h2>
        </header>
        <AssessmentsPart hasParties={hasParties} />
      </section>
      <section className="part" aria-labelledby="parties-title">
        <header className="part-head">
          <h2 id="parties-title">Third parties</h2>
          {hasParties ? (
            <Button isSmall onClick={() => go({ screen: 'new-third-party' })}>
              <Icon name="plus" /> Add
            </Button>
          ) : null}
        </header>
        <ThirdPartyTable
          isFirstStep={isDescribed}
          onOpen={(id) => go({ screen: 'third-party', id })}
          onAdd={() => go({ screen: 'new-third-party' })}
        />
      </section>
    </div>
  )
}

function OrganizationPart() {
  const { go } = useNavigation()
  const organization = useQuery('organization.read', {})
  const jewels = useQuery('crownJewels.list', {})
  if (organization.state === 'loading' || jewels.state === 'loading') return <Waiting what="Reading the organization…" />
  if (organization.state === 'failed')
    return <Refusal words={wordsFor(organization.fault)} actions={<Button onClick={organization.reload}>Try again</Button>} />
  if (jewels.state === 'failed')
    return <Refusal words={wordsFor(jewels.fault)} actions={<Button onClick={jewels.reload}>Try again</Button>} />
  const firm = organization.value.organization
  const count = jewels.value.crownJewels.length
  const open = () => go({ screen: 'organization' })
  if (firm === null) {
    return (
      <EmptyState
        title="First, describe the organization you protect"
        action={
          <Button look="primary" onClick={open}>
            Describe the organization
          </Button>
        }
      >
        Its name and its crown jewels are used in every assessment. Two minutes are enough to begin with.
      </EmptyState>
    )
  }
  return (
    <section className="firm" aria-label="Organization">
      <div>
        <h2>{firm.name}</h2>
        <p>
          {[firm.country === '' ? '' : countryName(firm.country), firm.activity].filter(Boolean).join(' · ') || 'Not described further.'}
        </p>
      </div>
      <p className="firm-jewels">
        <strong>{count}</strong> {count === 1 ? 'crown jewel' : 'crown jewels'}
      </p>
      <Button isSmall onClick={open}>
        {count === 0 ? 'List the crown jewels' : 'Open'}
      </Button>
    </section>
  )
}

function AssessmentsPart({ hasParties }: { readonly hasParties: boolean }) {
  const { go } = useNavigation()
  const query = useQuery('assessments.list', {})
  if (query.state === 'loading') return <Waiting what="Reading the assessments…" />
  if (query.state === 'failed') return <Refusal words={wordsFor(query.fault)} actions={<Button onClick={query.reload}>Try again</Button>} />
  const { assessments } = query.value
  if (assessments.length === 0)
    return (
      <EmptyState title="No assessment yet">
        {hasParties ? 'Open a third party below and start one there.' : 'Add a third party below, then start one there.'} The short version
        has 40 to 50 questions.
      </EmptyState>
    )
  return (
    <AssessmentTable
      assessments={assessments}
      onOpen={(id) => go({ screen: 'assessment', id })}
      onDecide={(id) => go({ screen: 'decision', id })}
    />
  )
}
