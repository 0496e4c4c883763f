import { useTranslation } from 'react-i18next'
import { useQuery } from '#renderer/bridge/use-query.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { countryName } from '#renderer/ui/countries.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { Waiting } from '#renderer/ui/waiting.tsx'

interface OrganizationStripProps {
  readonly onOrganization: () => void
  readonly onJewels: () => void
}

/** The organization in one line, or the way to describe it. */
export function OrganizationStrip({ onOrganization, onJewels }: OrganizationStripProps) {
  const { t } = useTranslation('home')
  const organization = useQuery('organization.read', {})
  const jewels = useQuery('crownJewels.list', {})
  const guide = useQuery('guide.read', {})
  if (organization.state === 'loading' || jewels.state === 'loading' || guide.state === 'loading')
    return <Waiting what={t('firm.reading')} />
  const failed = organization.state === 'failed' ? organization : jewels.state === 'failed' ? jewels : null
  if (failed !== null) return <Refusal words={wordsFor(failed.fault)} actions={<Button onClick={failed.reload}>{t('tryAgain')}</Button>} />
  if (organization.state !== 'ready' || jewels.state !== 'ready') return null
  const firm = organization.value.organization
  // The first steps say it already.
  if (firm === null && guide.state === 'ready' && !guide.value.isHidden) return null
  if (firm === null) {
    return (
      <EmptyState
        title={t('firm.first')}
        action={
          <Button look="primary" onClick={onOrganization}>
            {t('firm.describe')}
          </Button>
        }
      >
        {t('firm.firstDetail')}
      </EmptyState>
    )
  }
  const count = jewels.value.crownJewels.length
  return (
    <section className="firm" aria-label={t('firm.label')}>
      <div>
        <h2>{firm.name}</h2>
        <p>{[firm.country === '' ? '' : countryName(firm.country), firm.activity].filter(Boolean).join(' · ') || t('firm.undescribed')}</p>
      </div>
      <p className="firm-jewels">
        <strong>{count}</strong> {t('firm.jewels', { count })}
      </p>
      <Button isSmall onClick={count === 0 ? onJewels : onOrganization}>
        {t(count === 0 ? 'firm.list' : 'firm.open')}
      </Button>
    </section>
  )
}
