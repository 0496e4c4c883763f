import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EvidenceGrade } from '#shared/domain/answer.ts'
import { type EvidenceFile, evidenceWarningBytes } from '#shared/domain/evidence-file.ts'
import type { EvidenceFileId, QuestionId } from '#shared/domain/ids.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { focusQuestion } from '../question-place.ts'
import { useBeside } from './beside.ts'
import { EvidenceDialog } from './evidence-dialog.tsx'
import { isNameMisleading, kindOf } from './file-words.ts'
import { sizeText } from '#renderer/ui/size-text.ts'
import type { Evidence } from './use-evidence.ts'

interface EvidenceFilesProps {
  readonly questionId: QuestionId
  readonly evidence: Evidence
  /** The grade of the answer: files beside an answer without one call for a look at it. */
  readonly grade: EvidenceGrade
}

/** The files that prove an answer: what they are, a look at each, and the ways to add another. */
export function EvidenceFiles({ questionId, evidence, grade }: EvidenceFilesProps) {
  const { t } = useTranslation('answering')
  const { filesOf, isReadOnly, vaultSizeBytes } = useBeside()
  const files = filesOf(questionId)
  const [openId, setOpenId] = useState<EvidenceFileId | null>(null)
  const open = files.find(({ id }) => id === openId)
  const countBefore = useRef(files.length)
  useEffect(() => {
    // What led to a file that was removed is gone; the question it belonged to is still there.
    if (files.length < countBefore.current && document.activeElement === document.body) focusQuestion(questionId)
    countBefore.current = files.length
  }, [files.length, questionId])
  if (isReadOnly && files.length === 0) return null
  return (
    <div className="files">
      {files.length === 0 ? null : (
        <ul className="files-list" aria-label={t('files.list', { id: questionId })}>
          {files.map((file) => (
            <FileRow key={file.id} file={file} onOpen={() => setOpenId(file.id)} />
          ))}
        </ul>
      )}
      {isReadOnly ? null : <AddFiles questionId={questionId} evidence={evidence} />}
      {files.length > 0 && grade === 'U' && !isReadOnly ? <p className="files-note">{t('files.setGrade')}</p> : null}
      {vaultSizeBytes > evidenceWarningBytes && files.length > 0 ? (
        <p className="files-note files-warning">
          <Icon name="warning" size={14} /> {t('files.large', { size: sizeText(vaultSizeBytes) })}
        </p>
      ) : null}
      {open === undefined ? null : (
        <EvidenceDialog key={open.id} file={open} evidence={evidence} isReadOnly={isReadOnly} onClose={() => setOpenId(null)} />
      )}
    </div>
  )
}

function FileRow({ file, onOpen }: { readonly file: EvidenceFile; readonly onOpen: () => void }) {
  const { t } = useTranslation('answering')
  const kind = t(`kinds.${kindOf(file.mediaType)}`)
  return (
    <li className="file">
      <Icon name="clip" size={14} />
      <button type="button" className="link file-name" onClick={onOpen} aria-label={t('files.open', { name: file.fileName })}>
        <bdi>{file.fileName}</bdi>
      </button>
      <span className="file-facts">
        {kind} · {sizeText(file.sizeBytes)} · {t('files.grade', { grade: file.grade })}
        {file.description === '' ? null : (
          <>
            {' · '}
            <bdi>{file.description}</bdi>
          </>
        )}
      </span>
      {isNameMisleading(file.fileName, file.mediaType) ? (
        <span className="file-misleading">
          <Icon name="warning" size={13} /> {t('files.misleading', { kind })}
        </span>
      ) : null}
    </li>
  )
}

function AddFiles({ questionId, evidence }: { readonly questionId: QuestionId; readonly evidence: Evidence }) {
  const { t } = useTranslation('answering')
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <div className="files-add">
        <input
          ref={input}
          type="file"
          multiple
          hidden
          data-files-input={questionId}
          onChange={(event) => {
            const chosen = [...(event.target.files ?? [])]
            event.target.value = ''
            if (chosen.length > 0) void evidence.add(chosen)
          }}
        />
        <Button
          look="quiet"
          isSmall
          data-files=""
          isBusy={evidence.busy > 0}
          aria-label={evidence.busy > 0 ? undefined : t('files.addTo', { id: questionId })}
          onClick={() => input.current?.click()}
        >
          <Icon name="clip" size={14} /> {evidence.busy > 0 ? t('files.busy', { count: evidence.busy }) : t('files.add')}
        </Button>
        <span className="files-hint">{t('files.hint')}</span>
      </div>
      <AddedLine evidence={evidence} />
    </>
  )
}

/** What came of it, read out. */
function AddedLine({ evidence }: { readonly evidence: Evidence }) {
  const { t } = useTranslation('answering')
  const { refused, outcome } = evidence
  return (
    <>
      <p className="files-note" role="status">
        {outcome === null || outcome.added === 0 ? '' : t('files.added', { count: outcome.added })}{' '}
        {outcome === null || outcome.alreadyThere === 0 ? '' : t('files.alreadyThere', { count: outcome.alreadyThere })}
      </p>
      {refused.map(({ fileName, fault }) => {
        const words = wordsFor(fault)
        return (
          <p key={fileName} className="files-refused" role="alert">
            <Icon name="warning" size={14} /> <strong>{t('files.notAdded', { name: fileName })}</strong> {words.what} {words.next}
          </p>
        )
      })}
    </>
  )
}
