import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SalvageReport } from '#shared/domain/salvage-report.ts'
import type { Place } from '#shared/contract/vault.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { BackupsAt, ElsewherePart } from './backups-at.tsx'
import { momentText } from './backup-words.ts'
import { SalvagePart } from './salvage-part.tsx'
import { SalvageReportView } from './salvage-report-view.tsx'

interface RescueProps {
  /** The vault that does not open; null to look for backups elsewhere. */
  readonly vault: Place | null
  /** Goes on to opening a vault that was made here. */
  readonly onOpen: (place: Place) => void
}

/** What can be done for a vault that does not open, or that is gone: restore a backup, or save what can be read. */
export function Rescue({ vault, onOpen }: RescueProps) {
  const { t } = useTranslation('backups')
  const [folder, setFolder] = useState<Place | null>(null)
  const [made, setMade] = useState<{ readonly place: Place; readonly words: string; readonly report: SalvageReport | null } | null>(null)
  const place = folder ?? vault
  const source = place === null ? null : ({ kind: folder === null ? 'vault' : 'folder', handle: place.handle } as const)
  if (made !== null) {
    return (
      <div className="form">
        {made.report === null ? <Notice tone="good" title={made.words} /> : <SalvageReportView report={made.report} />}
        <div className="form-actions">
          <Button look="primary" onClick={() => onOpen(made.place)}>
            {t('rescue.open', { label: made.place.label })}
          </Button>
        </div>
      </div>
    )
  }
  return (
    <>
      {source === null ? null : (
        <BackupsAt
          key={source.handle}
          source={source}
          isOfVault={folder === null}
          onRestored={(place, madeAt) =>
            setMade({ place, words: t('rescue.restored', { moment: momentText(madeAt), label: place.label }), report: null })
          }
        />
      )}
      <ElsewherePart isFirst={source === null} onChosen={setFolder} />
      {vault === null ? null : <SalvagePart vault={vault} onSalvaged={(place, report) => setMade({ place, words: '', report })} />}
    </>
  )
}
