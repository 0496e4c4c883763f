import { useQuery } from '#renderer/bridge/use-query.ts'
import { ChoiceBar } from '#renderer/ui/choice-bar.tsx'

interface PackChoiceProps {
  /** The hash of the pack; null for the current one. */
  readonly chosen: string | null
  readonly onChoose: (sha256: string) => void
}

/** Which pack to start with, where there is more than one. */
export function PackChoice({ chosen, onChoose }: PackChoiceProps) {
  const query = useQuery('packs.list', {})
  if (query.state !== 'ready' || query.value.packs.length < 2) return null
  const { packs } = query.value
  const current = packs.find((pack) => pack.isCurrent)?.reference.sha256 ?? null
  return (
    <div className="field">
      <span className="field-label">Question pack</span>
      <ChoiceBar
        label="Question pack"
        layout="column"
        choices={packs.map((pack) => ({
          id: pack.reference.sha256,
          label: `${pack.title} ${pack.reference.version}`,
          detail: `${pack.questionCount} questions · ${pack.isCurrent ? 'current' : pack.origin === 'shipped' ? 'an earlier version' : pack.reference.id}`,
        }))}
        chosen={chosen ?? current}
        onChoose={onChoose}
      />
    </div>
  )
}
