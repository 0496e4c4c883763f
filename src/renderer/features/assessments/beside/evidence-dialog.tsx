import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EvidenceGrade } from '#shared/domain/answer.ts'
import type { EvidenceFile } from '#shared/domain/evidence-file.ts'
import { previewKindOf } from '#shared/domain/evidence-preview.ts'
import { call, type CallFault } from '#renderer/bridge/call.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ChoiceBar } from '#renderer/ui/choice-bar.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { dayText } from '#renderer/ui/numbers.ts'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { useUnsavedForm } from '#renderer/ui/unsaved-forms.ts'
import { EvidencePreview } from './evidence-preview.tsx'
import { isNameMisleading, kindOf } from './file-words.ts'
import { sizeText } from '#renderer/ui/size-text.ts'
import type { Evidence } from './use-evidence.ts'

interface EvidenceDialogProps {
  readonly file: EvidenceFile
  readonly evidence: Evidence
  readonly isReadOnly: boolean
  readonly onClose: () => void
}

/** A look at one file: drawn pages, what it is, what is said about it, and the ways to copy or remove it. */
export function EvidenceDialog({ file, evidence, isReadOnly, onClose }: EvidenceDialogProps) {
  const { t } = useTranslation('answering')
  const [description, setDescription] = useState(file.description)
  const [grade, setGrade] = useState(file.grade)
  const isChanged = description !== file.description || grade !== file.grade
  useUnsavedForm(isChanged)
  const close = async () => {
    if (isReadOnly || !isChanged || (await evidence.change(file, { grade, description }))) onClose()
  }
  const remove = async () => {
    if (await evidence.remove(file)) onClose()
  }
  const [fault] = evidence.refused
  return (
    <Dialog
      title={file.fileName}
      isOpen
      onClose={() => void close()}
      actions={
        <>
          {isReadOnly ? null : (
            <Button look="quiet" onClick={() => void remove()}>
              {t('files.remove')}
            </Button>
          )}
          <SaveCopy file={file} />
          <Button look="primary" onClick={() => void close()}>
            {isReadOnly ? t('files.close') : t('files.done')}
          </Button>
        </>
      }
    >
      {fault === undefined ? null : <Refusal words={wordsFor(fault.fault)} />}
      {previewKindOf(file.mediaType) === null ? (
        <p className="preview-none">{t('preview.none')}</p>
      ) : (
        <EvidencePreview id={file.id} name={file.fileName} />
      )}
      <div className="file-details">
        <div className="evidence">
          <span className="evidence-title">{t('files.gradeOfFile')}</span>
          <ChoiceBar
            label={t('files.gradeOfFile')}
            choices={EvidenceGrade.options.map((option) => ({ id: option, label: option }))}
            chosen={grade}
            onChoose={(id) => {
              const read = EvidenceGrade.safeParse(id)
              if (read.success) setGrade(read.data)
            }}
            isReadOnly={isReadOnly}
          />
        </div>
        <TextField
          label={t('files.description')}
          isOptional
          maxLength={300}
          value={description}
          readOnly={isReadOnly}
          onChange={(event) => setDescription(event.target.value)}
        />
        <FileFacts file={file} />
      </div>
    </Dialog>
  )
}

function FileFacts({ file }: { readonly file: EvidenceFile }) {
  const { t } = useTranslation('answering')
  const kind = t(`kinds.${kindOf(file.mediaType)}`)
  return (
    <dl className="file-facts-list">
      <div>
        <dt>{t('files.kind')}</dt>
        <dd>
          {kind} ({file.mediaType}){isNameMisleading(file.fileName, file.mediaType) ? `. ${t('files.misleading', { kind })}` : ''}
        </dd>
      </div>
      <div>
        <dt>{t('files.size')}</dt>
        <dd>{sizeText(file.sizeBytes)}</dd>
      </div>
      <div>
        <dt>{t('files.addedOn')}</dt>
        <dd>{dayText(file.addedAt)}</dd>
      </div>
      <div>
        <dt>SHA-256</dt>
        <dd className="code file-hash">{file.sha256}</dd>
      </div>
    </dl>
  )
}

function SaveCopy({ file }: { readonly file: EvidenceFile }) {
  const { t } = useTranslation('answering')
  const [outcome, setOutcome] = useState<{ readonly label: string } | { readonly fault: CallFault<'evidence.saveCopy'> } | null>(null)
  const save = async () => {
    const chosen = await call('evidence.chooseCopy', { fileName: file.fileName })
    if (!chosen.ok || chosen.value.handle === null) return
    const saved = await call('evidence.saveCopy', { id: file.id, handle: chosen.value.handle })
    setOutcome(saved.ok ? { label: chosen.value.label } : { fault: saved.fault })
  }
  return (
    <>
      <span className="file-saved" role="status">
        {outcome === null ? '' : 'label' in outcome ? t('files.saved', { name: outcome.label }) : wordsFor(outcome.fault).what}
      </span>
      <Button onClick={() => void save()}>{t('files.saveCopy')}</Button>
    </>
  )
}
