import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { QuestionId } from '#shared/domain/ids.ts'
import { Button } from '#renderer/ui/button.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { useDesk } from './desk.ts'
import { typedQuestionId } from './question-filter.ts'
import { focusCurrent } from './question-place.ts'

const exampleId = 'AD-02'

/** Goes to a question by its id. */
export function JumpForm() {
  const { t } = useTranslation('questionnaire')
  const { goTo, because, questionsById } = useDesk()
  const [text, setText] = useState('')
  const [error, setError] = useState<string | undefined>(undefined)
  const jump = () => {
    const read = QuestionId.safeParse(typedQuestionId(text))
    if (!read.success) return setError(t('jump.noId'))
    if (!because.has(read.data)) return setError(t(questionsById.has(read.data) ? 'jump.hidden' : 'jump.unknown', { id: read.data }))
    setText('')
    setError(undefined)
    return goTo(read.data)
  }
  return (
    <form
      className="jump"
      aria-label={t('jump.label')}
      onSubmit={(event) => {
        event.preventDefault()
        jump()
      }}
    >
      <TextField
        label={t('jump.field')}
        placeholder={exampleId}
        value={text}
        data-jump=""
        onChange={(event) => {
          setText(event.target.value)
          setError(undefined)
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          setText('')
          setError(undefined)
          focusCurrent()
        }}
      />
      <Button type="submit" isSmall>
        {t('jump.go')}
      </Button>
      {error === undefined ? null : (
        <p className="field-error" role="alert">
          {error}
        </p>
      )}
    </form>
  )
}
