import { QuestionId } from '#shared/domain/ids.ts'
import { useDesk } from '../desk.ts'

/** Ids in a row; those of questions lead there, those of rules, domains, sources and lists are named. */
export function IdLinks({ ids }: { readonly ids: readonly string[] }) {
  const { pack, questionsById, goTo } = useDesk()
  return (
    <span className="id-links">
      {ids.map((id) => {
        const question = QuestionId.safeParse(id)
        if (question.success && questionsById.has(id))
          return (
            <button
              key={id}
              type="button"
              className="rail-link code"
              title={questionsById.get(id)?.text}
              onClick={() => goTo(question.data)}
            >
              {id}
            </button>
          )
        const domain = pack.domains.find((one) => one.id === id)
        const source = pack.sources.find((one) => one.id === id)
        return domain === undefined ? (
          <span key={id} className="code" title={source?.title}>
            {id}
          </span>
        ) : (
          <span key={id}>{domain.title}</span>
        )
      })}
    </span>
  )
}
