import { useTranslation } from 'react-i18next'
import type { Place } from '#shared/contract/vault.ts'
import { Rescue } from '#renderer/features/backups/rescue.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'

interface RescueScreenProps {
  /** The vault that does not open; null when it is gone. */
  readonly vault: Place | null
  readonly onBack: () => void
  readonly onOpen: (place: Place) => void
}

/** Before the lock: for a vault that is damaged or gone. */
export function RescueScreen({ vault, onBack, onOpen }: RescueScreenProps) {
  const { t } = useTranslation('backups')
  return (
    <main className="page page-narrow">
      <Button look="quiet" className="page-back" onClick={onBack}>
        <Icon name="back" /> {t('rescue.back')}
      </Button>
      <PageHead
        title={vault === null ? t('rescue.restore') : t('rescue.damaged', { label: vault.label })}
        lead={vault === null ? t('rescue.restoreLead') : t('rescue.damagedLead')}
      />
      <Rescue vault={vault} onOpen={onOpen} />
    </main>
  )
}
