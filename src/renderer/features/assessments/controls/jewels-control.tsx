import { useTranslation } from 'react-i18next'
import { useQuery } from '#renderer/bridge/use-query.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { CheckList } from '#renderer/ui/check-list.tsx'
import { impactWords } from '#renderer/ui/impact-words.ts'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { Waiting } from '#renderer/ui/waiting.tsx'
import type { ControlProps } from './control-props.ts'

const none = 'none'

/** Which crown jewels, from the organization's own list; "none of them" is an answer of its own. */
export function JewelsControl({ question, value, onChange, isReadOnly }: ControlProps<'jewels'>) {
  const { t } = useTranslation('answer-controls')
  const query = useQuery('crownJewels.list', {})
  if (query.state === 'loading') return <Waiting what={t('jewels.reading')} />
  if (query.state === 'failed') return <Refusal words={wordsFor(query.fault)} />
  const { crownJewels } = query.value
  const chosen = value?.kind === 'jewels' ? value.jewelIds : []
  const isNone = value?.kind === 'jewels' && chosen.length === 0
  const change = (checked: readonly string[]) => {
    if (checked.includes(none) && !isNone) return onChange({ kind: 'jewels', jewelIds: [] }, 'now')
    const jewelIds = crownJewels.filter((jewel) => checked.includes(jewel.id)).map((jewel) => jewel.id)
    return onChange(jewelIds.length === 0 ? null : { kind: 'jewels', jewelIds }, 'now')
  }
  return (
    <>
      {crownJewels.length === 0 ? <p className="control-hint">{t('jewels.none')}</p> : null}
      <CheckList
        label={t('chooseAll', { id: question.id })}
        isLabelHidden
        items={[
          ...crownJewels.map((jewel) => ({
            id: jewel.id,
            label: jewel.name,
            detail: `${jewel.impact} · ${impactWords[jewel.impact] ?? ''}`,
          })),
          { id: none, label: t('jewels.noneOf') },
        ]}
        checked={isNone ? [none] : chosen}
        onChange={change}
        isReadOnly={isReadOnly}
      />
    </>
  )
}
