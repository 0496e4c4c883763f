import { useTranslation } from 'react-i18next'
import type { HomeView } from '#shared/contract/home.ts'
import type { ThirdPartyId } from '#shared/domain/ids.ts'
import { AssessmentTable } from '#renderer/features/assessments/assessment-table.tsx'
import { BackupReminder } from '#renderer/features/backups/backup-reminder.tsx'
import { GlancePart } from '#renderer/features/home/glance-part.tsx'
import { NeedsPart } from '#renderer/features/home/needs-part.tsx'
import { OrganizationStrip } from '#renderer/features/home/organization-strip.tsx'
import { SeriousParties } from '#renderer/features/home/serious-parties.tsx'
import { useAheadDays } from '#renderer/features/preferences/use-preferences.ts'
import { useOutcomeRefresh } from '#renderer/bridge/use-outcome-refresh.ts'
import { useQuery } from '#renderer/bridge/use-query.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { Waiting } from '#renderer/ui/waiting.tsx'
import { useNavigation } from '../use-route.ts'
import { GuideOnHome } from './guide-screen.tsx'

export function HomeScreen() {
  const { t } = useTranslation('home')
  const { go } = useNavigation()
  const home = useQuery('home.read', useAheadDays())
  const toNewParty = () => go({ screen: 'new-third-party' })
  return (
    <div className="page">
      <PageHead
        title={t('title')}
        actions={
          <Button changes isSmall onClick={toNewParty}>
            <Icon name="plus" size={14} /> {t('add')}
          </Button>
        }
      />
      <BackupReminder onSettings={() => go({ screen: 'settings' })} />
      <OrganizationStrip onOrganization={() => go({ screen: 'organization' })} onJewels={() => go({ screen: 'crown-jewels' })} />
      {home.state === 'ready' && home.value.thirdPartyCount === 0 ? <GuideOnHome /> : null}
      {home.state === 'loading' ? <Waiting what={t('reading')} /> : null}
      {home.state === 'failed' ? (
        <Refusal words={wordsFor(home.fault)} actions={<Button onClick={home.reload}>{t('tryAgain')}</Button>} />
      ) : null}
      {home.state === 'ready' ? <HomeParts view={home.value} onNewParty={toNewParty} /> : null}
    </div>
  )
}

const listsOfHome = ['home.read', 'thirdParties.list', 'assessments.list'] as const

function HomeParts({ view, onNewParty }: { readonly view: HomeView; readonly onNewParty: () => void }) {
  const { t } = useTranslation('home')
  const { go } = useNavigation()
  useOutcomeRefresh(view.staleCount, listsOfHome)
  const ways = {
    toParty: (id: HomeView['due']['first'][number]['id']) => go({ screen: 'third-party', id }),
    toDecision: (id: HomeView['undecided']['first'][number]['id']) => go({ screen: 'decision', id }),
    toParties: () => go({ screen: 'third-parties', view: { filter: {}, sort: { by: 'tier', isDescending: true } } }),
    toDue: () => go({ screen: 'third-parties', view: { filter: {}, sort: { by: 'due', isDescending: false } } }),
    toFindings: () => go({ screen: 'findings' }),
    toJewels: () => go({ screen: 'crown-jewels' }),
    toScreening: (thirdPartyId?: ThirdPartyId) => go({ screen: 'screening', ...(thirdPartyId === undefined ? {} : { thirdPartyId }) }),
  }
  return (
    <div className="home">
      {view.thirdPartyCount === 0 ? null : (
        <section className="part" aria-labelledby="needs-title">
          <h2 id="needs-title">{t('needs.title')}</h2>
          <NeedsPart view={view} ways={ways} />
        </section>
      )}
      {view.thirdPartyCount === 0 ? null : (
        <section className="part" aria-labelledby="glance-title">
          <h2 id="glance-title">{t('glance.title')}</h2>
          <GlancePart counts={view.tiers} total={view.thirdPartyCount} onOpen={() => go({ screen: 'portfolio' })} />
        </section>
      )}
      {view.thirdPartyCount === 0 ? null : <AssessmentsPart status="draft" />}
      <AssessmentsPart status="signed" />
      <section className="part home-wide" aria-labelledby="parties-title">
        <header className="part-head">
          <h2 id="parties-title">{t('parties.title')}</h2>
          {view.thirdPartyCount === 0 ? null : (
            <Button isSmall onClick={ways.toParties}>
              {t('parties.all')}
            </Button>
          )}
        </header>
        <SeriousParties onOpen={ways.toParty} onAdd={onNewParty} />
      </section>
      {view.thirdPartyCount === 0 ? null : (
        <div className="home-wide">
          <GuideOnHome />
        </div>
      )}
    </div>
  )
}

/** The newest drafts with how far they are, or the reports signed last. */
function AssessmentsPart({ status }: { readonly status: 'draft' | 'signed' }) {
  const { t } = useTranslation('home')
  const { go } = useNavigation()
  const query = useQuery('assessments.list', { status, isCurrent: true, limit: status === 'draft' ? 6 : 4 })
  const rows = query.state === 'ready' ? query.value.assessments : []
  const title = t(status === 'draft' ? 'drafts.title' : 'signed.title')
  if (query.state === 'failed')
    return <Refusal words={wordsFor(query.fault)} actions={<Button onClick={query.reload}>{t('tryAgain')}</Button>} />
  if (query.state === 'loading' || (rows.length === 0 && status === 'signed')) return null
  return (
    <section className="part home-wide" aria-labelledby={`home-${status}`}>
      <h2 id={`home-${status}`}>{title}</h2>
      {rows.length === 0 ? (
        <EmptyState title={t('drafts.none')}>{t('drafts.noneDetail')}</EmptyState>
      ) : (
        <AssessmentTable
          assessments={rows}
          onOpen={(id) => go({ screen: 'assessment', id })}
          onDecide={(id) => go({ screen: 'decision', id })}
        />
      )}
    </section>
  )
}
