import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type ExposureCell, type Reach, reachKinds } from '#shared/domain/exposure.ts'
import type { AssessmentId } from '#shared/domain/ids.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Changing } from '#renderer/ui/changes.tsx'
import { CheckList } from '#renderer/ui/check-list.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { noReach } from './cells.ts'

interface CellDialogProps {
  readonly party: string
  readonly jewel: string
  readonly cell: ExposureCell | undefined
  readonly onSet: (reach: Reach | null) => void
  readonly onClose: () => void
  readonly onAssessment: (id: AssessmentId) => void
}

/** One cell with its four ways as boxes to tick. */
export function CellDialog({ party, jewel, cell, onSet, onClose, onAssessment }: CellDialogProps) {
  const { t } = useTranslation('exposure')
  const [reach, setReach] = useState<Reach>(cell?.reach ?? noReach)
  const namedBy = cell?.assessmentId ?? null
  const leave = (said: Reach | null) => {
    onSet(said)
    onClose()
  }
  return (
    <Dialog
      title={t('cellTitle', { party, jewel })}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button changes look="primary" onClick={() => leave(reach)}>
            {t('save')}
          </Button>
          {cell?.reach === null || cell === undefined ? null : (
            <Button changes onClick={() => leave(null)}>
              {t('takeBack')}
            </Button>
          )}
          <Button look="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
        </>
      }
    >
      <Changing>
        <CheckList
          label={t('whatItCan')}
          items={reachKinds.map((id) => ({ id, label: t(id) }))}
          checked={reachKinds.filter((kind) => reach[kind])}
          onChange={(checked) => {
            const has = new Set(checked)
            setReach({ see: has.has('see'), copy: has.has('copy'), change: has.has('change'), stop: has.has('stop') })
          }}
        />
      </Changing>
      {namedBy === null ? null : (
        <p className="field-hint">
          {t('namedBy')}{' '}
          <button type="button" className="link" onClick={() => onAssessment(namedBy)}>
            {t('openAssessment')}
          </button>
        </p>
      )}
    </Dialog>
  )
}
