import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RelationshipKind } from '#shared/domain/relationship.ts'
import { BulkChange } from '#shared/domain/third-party-view.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ChoiceBar } from '#renderer/ui/choice-bar.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'

const kinds = ['add-relationship', 'remove-relationship', 'add-tag', 'remove-tag'] as const
const isKind = (value: string): value is (typeof kinds)[number] => kinds.some((kind) => kind === value)

interface BulkDialogProps {
  readonly count: number
  readonly onClose: () => void
  readonly onApply: (change: BulkChange) => void
}

/** Asks what to do with all that are chosen. */
export function BulkDialog({ count, onClose, onApply }: BulkDialogProps) {
  const { t } = useTranslation('third-parties')
  const whatId = useId()
  const [kind, setKind] = useState<(typeof kinds)[number]>('add-tag')
  const [relationship, setRelationship] = useState<string>('supplier')
  const [tag, setTag] = useState('')
  const isOfTag = kind === 'add-tag' || kind === 'remove-tag'
  const read = BulkChange.safeParse(isOfTag ? { kind, tag } : { kind, relationship })
  return (
    <Dialog
      title={t('bulk.dialog', { count })}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('bulk.cancel')}</Button>
          <Button look="primary" disabled={!read.success} onClick={() => read.success && onApply(read.data)}>
            {t('bulk.apply')}
          </Button>
        </>
      }
    >
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          if (read.success) onApply(read.data)
        }}
      >
        <div className="field">
          <label className="field-label" htmlFor={whatId}>
            {t('bulk.what')}
          </label>
          <select
            id={whatId}
            className="input"
            value={kind}
            onChange={(event) => isKind(event.target.value) && setKind(event.target.value)}
          >
            {kinds.map((one) => (
              <option key={one} value={one}>
                {t(`bulk.kinds.${one}`)}
              </option>
            ))}
          </select>
        </div>
        {isOfTag ? (
          <TextField
            label={t('bulk.tag')}
            hint={t('bulk.tagHint')}
            maxLength={40}
            value={tag}
            onChange={(event) => setTag(event.target.value)}
          />
        ) : (
          <div className="field">
            <span className="field-label">{t('bulk.relationship')}</span>
            <ChoiceBar
              label={t('bulk.relationship')}
              choices={RelationshipKind.options.map((id) => ({ id, label: t(`relationships.${id}`) }))}
              chosen={relationship}
              onChoose={setRelationship}
            />
            <span className="field-hint">{t('bulk.relationshipHint')}</span>
          </div>
        )}
      </form>
    </Dialog>
  )
}
