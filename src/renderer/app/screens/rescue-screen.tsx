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
  return (
    <main className="page page-narrow">
      <Button look="quiet" className="page-back" onClick={onBack}>
        <Icon name="back" /> Back
      </Button>
      <PageHead
        title={vault === null ? 'Restore a backup' : `${vault.label} is damaged`}
        lead={
          vault === null
            ? 'A new vault is made of it. Whatever is there already stays as it is.'
            : 'Nothing in it was changed. Here is what can be done; each way makes a new vault and leaves this one as it is.'
        }
      />
      <Rescue vault={vault} onOpen={onOpen} />
    </main>
  )
}
