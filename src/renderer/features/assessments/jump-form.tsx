import { useState } from 'react'
import { QuestionId } from '#shared/domain/ids.ts'
import { Button } from '#renderer/ui/button.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { useDesk } from './desk.ts'
import { typedQuestionId } from './question-filter.ts'

/** Goes to a question by its id. */
export function JumpForm() {
  const { goTo, because, questionsById } = useDesk()
  const [text, setText] = useState('')
  const [error, setError] = useState<string | undefined>(undefined)
  const jump = () => {
    const read = QuestionId.safeParse(typedQuestionId(text))
    if (!read.success) return setError('That is no question id; type two letters and a number, such as AD-02')
    if (!because.has(read.data))
      return setError(
        questionsById.has(read.data)
          ? `${read.data} does not show: no answer so far calls for it, or this version does not ask it`
          : `${read.data} is not in this pack`,
      )
    setText('')
    setError(undefined)
    return goTo(read.data)
  }
  return (
    <form
      className="jump"
      aria-label="Go to a question"
      onSubmit={(event) => {
        event.preventDefault()
        jump()
      }}
    >
      <TextField
        label="Go to question"
        placeholder="AD-02"
        value={text}
        data-jump=""
        onChange={(event) => {
          setText(event.target.value)
          setError(undefined)
        }}
      />
      <Button type="submit" isSmall>
        Go
      </Button>
      {error === undefined ? null : (
        <p className="field-error" role="alert">
          {error}.
        </p>
      )}
    </form>
  )
}
