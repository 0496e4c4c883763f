import type { ReactNode } from 'react'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup'
import { useWhyFixed } from './changes.tsx'
import { KeyHint } from './key-hint.tsx'

export interface Choice {
  readonly id: string
  readonly label: string
  readonly detail?: ReactNode
  /** The key that chooses it, shown on the button. */
  readonly keyHint?: string
  readonly tone?: 'good' | 'middle' | 'bad' | 'open'
}

interface ChoiceBarProps {
  readonly label: string
  readonly choices: readonly Choice[]
  readonly chosen: string | null
  readonly onChoose: (id: string) => void
  readonly isReadOnly?: boolean
  readonly layout?: 'row' | 'column'
}

/** One of a few choices. Left and right move without choosing, space or enter chooses; up and down stay free for moving between questions. */
export function ChoiceBar({ label, choices, chosen, onChoose, isReadOnly = false, layout = 'row' }: ChoiceBarProps) {
  const whyFixed = useWhyFixed()
  return (
    <ToggleButtonGroup
      aria-label={label}
      className={`choice-bar choice-bar-${layout}`}
      selectionMode="single"
      disallowEmptySelection={chosen !== null}
      selectedKeys={chosen === null ? [] : [chosen]}
      isDisabled={isReadOnly || whyFixed !== null}
      onSelectionChange={(keys) => {
        const first = [...keys][0]
        if (typeof first === 'string') onChoose(first)
      }}
    >
      {choices.map((choice) => (
        <ToggleButton key={choice.id} id={choice.id} className={`choice choice-${choice.tone ?? 'plain'}`}>
          <KeyHint of={choice.keyHint} />
          <span className="choice-label">{choice.label}</span>
          {choice.detail === undefined ? null : <span className="choice-detail">{choice.detail}</span>}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
