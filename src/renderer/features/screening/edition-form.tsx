import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { InputOf, OutputOf } from '#shared/contract/contract.ts'
import type { ReadList } from '#shared/contract/screening.ts'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { useQuery } from '#renderer/bridge/use-query.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { DateField } from '#renderer/ui/date-field.tsx'
import { isDay } from '#renderer/ui/day-reading.ts'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { SelectField } from '#renderer/ui/select-field.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { useUnsavedForm } from '#renderer/ui/unsaved-forms.ts'
import { Waiting } from '#renderer/ui/waiting.tsx'
import { ownName, rememberName } from './own-name.ts'
import { changedByLists } from './refreshed.ts'

export const editionFormId = 'edition-form'
const ownList = 'own'

interface EditionFormProps {
  readonly file: OutputOf<'screening.openFile'>
  readonly knownAs: ReadList['knownAs']
  readonly onKept: () => void
}

/** A stable id for a list of one's own, of the letters and digits of its name. */
function idOf(title: string): string {
  const plain = title
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^-+|-+$/gu, '')
    .slice(0, 60)
    .replace(/-+$/u, '')
  return plain === '' ? 'own-list' : `own-${plain}`
}

/** What a person says about a list that was read: which one it is, and of which day. */
export function EditionForm({ file, knownAs, onKept }: EditionFormProps) {
  const { t } = useTranslation('screening')
  const names = useQuery('reference.nameLists', {})
  const keep = useCommand('screening.keepList', changedByLists)
  const [which, setWhich] = useState(knownAs?.listId ?? '')
  const [title, setTitle] = useState('')
  const [publisher, setPublisher] = useState('')
  const [editionOn, setEditionOn] = useState('')
  const [begunBy] = useState(ownName)
  const [importedBy, setImportedBy] = useState(begunBy)
  const [isTried, setIsTried] = useState(false)
  useUnsavedForm([title, publisher, editionOn].some((typed) => typed !== '') || importedBy !== begunBy)
  const offered = names.state === 'ready' ? names.value.lists : []
  const known = [
    ...(knownAs === null || offered.some(({ id }) => id === knownAs.listId) ? [] : [{ id: knownAs.listId, ...knownAs }]),
    ...offered,
  ]
  const chosen = known.find(({ id }) => id === which) ?? (which === ownList ? undefined : known[0])
  const isOwn = chosen === undefined
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setIsTried(true)
    if (!isDay(editionOn) || (isOwn && title.trim() === '')) return
    rememberName(importedBy)
    const named = isOwn
      ? { listId: idOf(title), title, publisher }
      : { listId: chosen.id, title: chosen.title, publisher: chosen.publisher }
    const details: InputOf<'screening.keepList'>['details'] = { ...named, editionOn, importedBy }
    if ((await keep.run({ fileId: file.fileId, details })).ok) onKept()
  }
  if (names.state === 'loading') return <Waiting what={t('reading')} />
  return (
    <form id={editionFormId} className="form" onSubmit={(event) => void submit(event)} noValidate>
      <SelectField
        label={t('add.which')}
        value={isOwn ? ownList : chosen.id}
        onChange={(event) => setWhich(event.target.value)}
        choices={[...known.map(({ id, title: label }) => ({ id, label })), { id: ownList, label: t('add.own') }]}
      />
      {isOwn ? (
        <>
          <TextField
            label={t('add.name')}
            value={title}
            maxLength={200}
            onChange={(event) => setTitle(event.target.value)}
            error={isTried && title.trim() === '' ? t('add.noName') : undefined}
          />
          <TextField
            label={t('add.publisher')}
            isOptional
            value={publisher}
            maxLength={200}
            onChange={(event) => setPublisher(event.target.value)}
          />
        </>
      ) : null}
      <DateField
        label={t('add.edition')}
        hint={t('add.editionHint')}
        day={editionOn}
        onDay={(day) => setEditionOn(day ?? '')}
        error={isTried && !isDay(editionOn) ? t('add.noDay') : undefined}
      />
      <TextField
        label={t('add.by')}
        isOptional
        value={importedBy}
        maxLength={200}
        onChange={(event) => setImportedBy(event.target.value)}
      />
      {keep.fault === null ? null : <Refusal words={wordsFor(keep.fault)} />}
    </form>
  )
}
