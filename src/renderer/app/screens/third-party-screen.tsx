import { useTranslation } from 'react-i18next'
import type { ThirdPartyId } from '#shared/domain/ids.ts'
import type { ThirdParty } from '#shared/domain/third-party.ts'
import { Tier } from '#shared/domain/tier.ts'
import { relationshipWords } from '#renderer/features/assessments/answer-words.ts'
import { AssessmentTable } from '#renderer/features/assessments/assessment-table.tsx'
import { StartForm } from '#renderer/features/assessments/start-form.tsx'
import { PartyScreening } from '#renderer/features/screening/party-screening.tsx'
import { ThirdPartyForm } from '#renderer/features/third-parties/third-party-form.tsx'
import { OwnersPart } from '#renderer/features/third-party-profile/owners-part.tsx'
import { ProfileParts } from '#renderer/features/third-party-profile/profile-parts.tsx'
import { Timeline } from '#renderer/features/third-party-profile/timeline.tsx'
import { useQuery } from '#renderer/bridge/use-query.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { countryName } from '#renderer/ui/countries.ts'
import { PageHead } from '#renderer/ui/page-head.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { TierBadge } from '#renderer/ui/tier-badge.tsx'
import { Waiting } from '#renderer/ui/waiting.tsx'
import { type PartyTab, partyTabs } from '../route.ts'
import { useNavigation } from '../use-route.ts'

export function NewThirdPartyScreen() {
  const { t } = useTranslation('third-party-profile')
  const { go } = useNavigation()
  return (
    <div className="page page-narrow">
      <PageHead
        title={t('newTitle')}
        lead={t('newLead')}
        actions={
          <Button isSmall onClick={() => go({ screen: 'import' })}>
            {t('import')}
          </Button>
        }
      />
      <ThirdPartyForm thirdParty={null} onSaved={(party) => go({ screen: 'third-party', id: party.id })} />
    </div>
  )
}

export function ThirdPartyScreen({ id, tab }: { readonly id: ThirdPartyId; readonly tab: PartyTab | undefined }) {
  const { t } = useTranslation('third-party-profile')
  const { go } = useNavigation()
  const query = useQuery('thirdParties.read', { id })
  if (query.state === 'loading') return <Waiting what={t('readingParty')} />
  if (query.state === 'failed') {
    return (
      <div className="page page-narrow">
        <PageHead title={t('screen')} />
        <Refusal
          words={wordsFor(query.fault)}
          actions={
            <>
              <Button onClick={query.reload}>{t('tryAgain')}</Button>
              <Button onClick={() => go({ screen: 'home' })}>{t('goHome')}</Button>
            </>
          }
        />
      </div>
    )
  }
  const { thirdParty } = query.value
  const shown = tab ?? 'assessments'
  return (
    <div className="page">
      <PageHead title={thirdParty.legalName} lead={<PartyFacts thirdParty={thirdParty} />} />
      <PartyScreening key={id} thirdPartyId={id} onScreening={() => go({ screen: 'screening', thirdPartyId: id })} />
      <nav className="tabs" aria-label={t('tabs.label')}>
        {partyTabs.map((name) => (
          <button
            key={name}
            type="button"
            className="tab"
            aria-current={name === shown ? 'page' : undefined}
            onClick={() => go({ screen: 'third-party', id, tab: name })}
          >
            {t(`tabs.${name}`)}
          </button>
        ))}
      </nav>
      <TabContent thirdParty={thirdParty} tab={shown} />
    </div>
  )
}

/** What it is to the firm, where it is registered, and the worst tier of the assessments that count. */
function PartyFacts({ thirdParty }: { readonly thirdParty: ThirdParty }) {
  const query = useQuery('assessments.list', { thirdPartyId: thirdParty.id })
  const standing = query.state === 'ready' ? query.value.assessments.filter((row) => row.isStanding && row.isAssessed) : []
  const worst = Tier.options.findLast((tier) => standing.some((row) => row.tier.worst === tier))
  const isUnconfirmed = standing.some((row) => row.tier.worst === worst && row.outcome?.isUnconfirmed === true)
  const facts = [
    thirdParty.nativeName,
    thirdParty.relationships.map((kind) => relationshipWords[kind]).join(', '),
    thirdParty.country === '' ? '' : countryName(thirdParty.country),
  ]
  return (
    <>
      {facts.filter((fact) => fact !== '').join(' · ')}{' '}
      {worst === undefined ? null : <TierBadge tier={worst} isUnconfirmed={isUnconfirmed} />}
    </>
  )
}

function TabContent({ thirdParty, tab }: { readonly thirdParty: ThirdParty; readonly tab: PartyTab }) {
  const { t } = useTranslation('third-party-profile')
  const { go } = useNavigation()
  switch (tab) {
    case 'assessments':
      return (
        <>
          <PartyAssessments thirdParty={thirdParty} />
          <section className="part" aria-labelledby="start-title">
            <h2 id="start-title">{t('start')}</h2>
            <StartForm
              key={thirdParty.relationships.join(' ')}
              thirdParty={thirdParty}
              onStarted={(assessment) => go({ screen: 'assessment', id: assessment.id })}
              onOrganization={() => go({ screen: 'organization' })}
            />
          </section>
        </>
      )
    case 'profile':
      return (
        <div className="columns">
          <section className="part" aria-labelledby="identity-title">
            <h2 id="identity-title">{t('identityTitle')}</h2>
            <ThirdPartyForm thirdParty={thirdParty} onSaved={() => undefined} />
          </section>
          <div>
            <ProfileParts id={thirdParty.id} />
          </div>
        </div>
      )
    case 'owners':
      return <OwnersPart thirdParty={thirdParty} />
    case 'history':
      return <Timeline id={thirdParty.id} onOpen={(id) => go({ screen: 'assessment', id })} />
  }
}

function PartyAssessments({ thirdParty }: { readonly thirdParty: ThirdParty }) {
  const { t } = useTranslation('third-party-profile')
  const { go } = useNavigation()
  const query = useQuery('assessments.list', { thirdPartyId: thirdParty.id })
  if (query.state === 'loading') return <Waiting what={t('readingAssessments')} />
  if (query.state === 'failed')
    return <Refusal words={wordsFor(query.fault)} actions={<Button onClick={query.reload}>{t('tryAgain')}</Button>} />
  const { assessments } = query.value
  if (assessments.length === 0) return null
  return (
    <section className="part" aria-labelledby="party-assessments-title">
      <h2 id="party-assessments-title">{t('assessments')}</h2>
      <AssessmentTable
        assessments={assessments}
        isNameHidden
        onOpen={(id) => go({ screen: 'assessment', id })}
        onDecide={(id) => go({ screen: 'decision', id })}
      />
    </section>
  )
}
