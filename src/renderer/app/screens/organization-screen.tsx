import { useTranslation } from 'react-i18next'
import { FirmForm } from '#renderer/features/organization/organization-form.tsx'
import { OwnAnswers } from '#renderer/features/organization/own-answers.tsx'
import { WaitingDrafts } from '#renderer/features/organization/waiting-drafts.tsx'
import { useQuery } from '#renderer/bridge/use-query.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { Waiting } from '#renderer/ui/waiting.tsx'
import { useNavigation } from '../use-route.ts'

export function OrganizationScreen() {
  const { t } = useTranslation('organization')
  const { go } = useNavigation()
  return (
    <div className="page">
      <PageHead title={t('title')} lead={t('lead')} />
      <div className="columns">
        <section className="part" aria-labelledby="firm-title">
          <h2 id="firm-title">{t('firm')}</h2>
          <Firm />
        </section>
        <div>
          <section className="part" aria-labelledby="own-title">
            <h2 id="own-title">{t('own')}</h2>
            <p className="part-lead">{t('ownLead')}</p>
            <OwnAnswers />
          </section>
          <WaitingDrafts onOpen={(id) => go({ screen: 'assessment', id })} />
          <JewelsPointer onOpen={() => go({ screen: 'crown-jewels' })} />
        </div>
      </div>
    </div>
  )
}

function Firm() {
  const { t } = useTranslation('organization')
  const organization = useQuery('organization.read', {})
  const profile = useQuery('organization.profile', {})
  const failed = organization.state === 'failed' ? organization : profile.state === 'failed' ? profile : null
  if (failed !== null) return <Refusal words={wordsFor(failed.fault)} actions={<Button onClick={failed.reload}>{t('tryAgain')}</Button>} />
  if (organization.state !== 'ready' || profile.state !== 'ready') return <Waiting what={t('reading')} />
  return <FirmForm organization={organization.value.organization} profile={profile.value.profile} />
}

function JewelsPointer({ onOpen }: { readonly onOpen: () => void }) {
  const { t } = useTranslation('organization')
  const query = useQuery('crownJewels.list', {})
  if (query.state !== 'ready') return null
  return (
    <section className="part" aria-labelledby="jewels-title">
      <h2 id="jewels-title">{t('jewels')}</h2>
      <p className="part-lead">{t('jewelsLead', { count: query.value.crownJewels.length })}</p>
      <div className="form-actions">
        <Button isSmall onClick={onOpen}>
          {t('openJewels')}
        </Button>
      </div>
    </section>
  )
}
