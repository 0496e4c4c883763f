import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { InputOf } from '#shared/contract/contract.ts'
import { MatchChoice, type MatchKind, matchKinds } from '#shared/contract/import.ts'
import { pageLocale } from '#renderer/i18n/page-language.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ChoiceBar } from '#renderer/ui/choice-bar.tsx'
import { SelectField } from '#renderer/ui/select-field.tsx'
import { type Choices, noChoices, type Stage } from './import-stage.ts'
import { choicesOf } from './match-choices.ts'
import { RowTable } from './row-table.tsx'
import { StageHead } from './stage-head.tsx'

interface RowsViewProps {
  readonly stage: Extract<Stage, { at: 'rows' }>
  readonly isBusy: boolean
  readonly onWrite: (choices: Choices) => void
  readonly onBack: () => void
}

type Shown = InputOf<'imports.rows'>['show']
const shownKinds = ['all', 'problems', 'matches'] as const

/** What would happen with each row, and what to do with those that are there already. */
export function RowsView({ stage, isBusy, onWrite, onBack }: RowsViewProps) {
  const { t } = useTranslation('import')
  const { list, counts, input } = stage
  const [show, setShow] = useState<Shown>('all')
  const [choices, setChoices] = useState(noChoices)
  const matched = matchKinds.filter((kind) => counts.matchCounts[kind] > 0)
  const matchCount = matched.reduce((sum, kind) => sum + counts.matchCounts[kind], 0)
  const ofShown: Readonly<Record<Shown, number>> = { all: counts.rowCount, problems: counts.problemCount, matches: matchCount }
  return (
    <section className="part" aria-labelledby="rows-title">
      <StageHead id="rows-title">{t('rows.title')}</StageHead>
      <ul className="row-counts">
        <li>{t('rows.count', { count: counts.rowCount })}</li>
        {counts.problemCount === 0 ? null : <li>{t('rows.problems', { count: counts.problemCount })}</li>}
        {counts.refusedCount === 0 ? null : <li>{t('rows.refused', { count: counts.refusedCount })}</li>}
        {matchCount === 0 ? null : <li>{t('rows.matches', { count: matchCount })}</li>}
      </ul>
      {matched.length === 0 ? null : <KindChoices kinds={matched} counts={counts.matchCounts} choices={choices} onChoices={setChoices} />}
      <ChoiceBar
        label={t('rows.show')}
        choices={shownKinds.map((id) => ({ id, label: `${t(`rows.shows.${id}`)} (${ofShown[id].toLocaleString(pageLocale)})` }))}
        chosen={show}
        onChoose={(id) => setShow(shownKinds.find((kind) => kind === id) ?? 'all')}
      />
      <RowTable key={show} list={list} fields={input.fields} show={show} choices={choices} onChoices={setChoices} />
      <div className="form-actions">
        <Button changes look="primary" isBusy={isBusy} onClick={() => onWrite(choices)}>
          {t('rows.write')}
        </Button>
        <Button look="quiet" onClick={onBack}>
          {t('rows.back')}
        </Button>
        <span className="field-hint">{t('rows.undoLater')}</span>
      </div>
    </section>
  )
}

interface KindChoicesProps {
  readonly kinds: readonly MatchKind[]
  readonly counts: Readonly<Record<MatchKind, number>>
  readonly choices: Choices
  readonly onChoices: (choices: Choices) => void
}

/** One choice for all rows that are there by the same sign. */
function KindChoices({ kinds, counts, choices, onChoices }: KindChoicesProps) {
  const { t } = useTranslation('import')
  return (
    <div className="form-inset">
      <h3>{t('rows.there')}</h3>
      <div className="form-row">
        {kinds.map((kind) => (
          <SelectField
            key={kind}
            label={t(`kinds.${kind}`, { count: counts[kind] })}
            value={choices.byKind[kind]}
            onChange={(event) =>
              onChoices({ ...choices, byKind: { ...choices.byKind, [kind]: MatchChoice.catch('skip').parse(event.target.value) } })
            }
            choices={choicesOf(kind).map((id) => ({ id, label: t(`choices.${id}`) }))}
          />
        ))}
      </div>
      <p className="field-hint">{t('rows.updating')}</p>
    </div>
  )
}
