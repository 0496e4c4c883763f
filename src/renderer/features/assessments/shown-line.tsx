import { useTranslation } from 'react-i18next'
import type { QuestionId } from '#shared/domain/ids.ts'
import { becauseParts } from './because-parts.ts'
import { useDesk } from './desk.ts'

/** Why a conditional question shows, with a way to each answer that made it show. */
export function ShownLine({ questionId }: { readonly questionId: QuestionId }) {
  const { t } = useTranslation('questionnaire')
  const { because, questionsById, goTo } = useDesk()
  const why = because.get(questionId)
  const parts = why === undefined ? [] : becauseParts(why, questionsById)
  if (parts.length === 0) return null
  return (
    <p className="question-shown">
      {parts.map((part, index) =>
        part.kind === 'text' ? (
          part.text
        ) : (
          <button
            key={index}
            type="button"
            className="link code"
            aria-label={t('goTo', { id: part.id })}
            title={questionsById.get(part.id)?.text}
            onClick={() => goTo(part.id)}
          >
            {part.id}
          </button>
        ),
      )}
    </p>
  )
}
