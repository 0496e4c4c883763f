import { useTranslation } from 'react-i18next'
import { ChoiceBar } from '#renderer/ui/choice-bar.tsx'

export const furtherSigners = { none: [], reviewer: ['reviewer'], client: ['client'], both: ['reviewer', 'client'] } as const
export type FurtherChoice = keyof typeof furtherSigners

function isFurtherChoice(id: string): id is FurtherChoice {
  return Object.hasOwn(furtherSigners, id)
}

interface FurtherSignersProps {
  readonly chosen: FurtherChoice
  readonly onChoose: (id: FurtherChoice) => void
}

/** For whom places are prepared, so that they can sign without changing anything else. */
export function FurtherSigners({ chosen, onChoose }: FurtherSignersProps) {
  const { t } = useTranslation('signatures')
  const choices = (['none', 'reviewer', 'client', 'both'] as const).map((id) => ({ id, label: t(`further.${id}`) }))
  return (
    <div className="field">
      <span className="field-label">{t('further.label')}</span>
      <ChoiceBar
        label={t('further.label')}
        choices={choices}
        chosen={chosen}
        onChoose={(id) => (isFurtherChoice(id) ? onChoose(id) : undefined)}
      />
      <p className="form-saved">{chosen === 'none' ? t('further.noneText') : t('further.text')}</p>
    </div>
  )
}
