import { JewelList } from '#renderer/features/crown-jewels/jewel-list.tsx'
import { OrganizationForm } from '#renderer/features/organization/organization-form.tsx'
import { useQuery } from '#renderer/bridge/use-query.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { Waiting } from '#renderer/ui/waiting.tsx'

export function OrganizationScreen() {
  const query = useQuery('organization.read', {})
  return (
    <div className="page">
      <PageHead title="Organization" lead="The firm you protect, and what would hurt it most." />
      <div className="columns">
        <section className="part" aria-labelledby="firm-title">
          <h2 id="firm-title">The firm</h2>
          {query.state === 'loading' ? (
            <Waiting what="Reading the organization…" />
          ) : query.state === 'failed' ? (
            <Refusal words={wordsFor(query.fault)} actions={<Button onClick={query.reload}>Try again</Button>} />
          ) : (
            <OrganizationForm organization={query.value.organization} />
          )}
        </section>
        <section className="part" aria-labelledby="jewels-title">
          <h2 id="jewels-title">Crown jewels</h2>
          <p className="part-lead">
            What would hurt most if it were stolen, altered or stopped. Assessments ask which of them a third party can reach.
          </p>
          <JewelList />
        </section>
      </div>
    </div>
  )
}
