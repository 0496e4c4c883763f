import { useTranslation } from 'react-i18next'
import { useQuery } from '#renderer/bridge/use-query.ts'
import { ChoiceBar } from '#renderer/ui/choice-bar.tsx'

interface PackChoiceProps {
  /** The hash of the pack; null for the current one. */
  readonly chosen: string | null
  readonly onChoose: (sha256: string) => void
}

/** Which pack to start with, where there is more than one. */
export function PackChoice({ chosen, onChoose }: PackChoiceProps) {
  const { t } = useTranslation('assessments')
  const query = useQuery('packs.list', {})
  if (query.state !== 'ready' || query.value.packs.length < 2) return null
  const { packs } = query.value
  const current = packs.find((pack) => pack.isCurrent)?.reference.sha256 ?? null
  return (
    <div className="field">
      <span className="field-label">{t('pack.label')}</span>
      <ChoiceBar
        label={t('pack.label')}
        layout="column"
        choices={packs.map((pack) => ({
          id: pack.reference.sha256,
          label: `${pack.title} ${pack.reference.version}`,
          detail: t('pack.detail', {
            count: pack.questionCount,
            origin: pack.isCurrent ? t('pack.current') : pack.origin === 'shipped' ? t('pack.earlier') : pack.reference.id,
          }),
        }))}
        chosen={chosen ?? current}
        onChoose={onChoose}
      />
    </div>
  )
}
