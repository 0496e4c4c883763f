import { ChoiceControl } from './choice-control.tsx'
import { NumberControl, PercentControl } from './amount-controls.tsx'
import type { ControlProps } from './control-props.ts'
import { CountsControl } from './counts-control.tsx'
import { CountriesControl } from './countries-control.tsx'
import { JewelsControl } from './jewels-control.tsx'
import { OpenChoices } from './open-choices.tsx'
import { OwnersControl } from './owners-control.tsx'
import { PracticeControl } from './practice-control.tsx'
import { ReasonFields } from './reason-fields.tsx'
import { SeveralControl } from './several-control.tsx'
import { DateControl, TextControl } from './text-controls.tsx'

/** The control for a question's kind of answer, with Unknown, Declined and N/A beside it. */
export function AnswerControl(props: ControlProps) {
  const { question, value, onChange, onBlur, isReadOnly } = props
  return (
    <div className="answer-control">
      <KindControl {...props} />
      {props.type.kind === 'practice' ? null : (
        <OpenChoices questionId={question.id} value={value} onChange={onChange} isReadOnly={isReadOnly} />
      )}
      {value?.kind === 'not-applicable' ? (
        <ReasonFields value={value} question={question} onChange={onChange} onBlur={onBlur} isReadOnly={isReadOnly} />
      ) : null}
    </div>
  )
}

function KindControl({ type, ...rest }: ControlProps) {
  switch (type.kind) {
    case 'practice':
      return <PracticeControl type={type} {...rest} />
    case 'choice':
      return <ChoiceControl type={type} {...rest} />
    case 'several':
      return <SeveralControl type={type} {...rest} />
    case 'counts':
      return <CountsControl type={type} {...rest} />
    case 'percent':
      return <PercentControl type={type} {...rest} />
    case 'number':
      return <NumberControl type={type} {...rest} />
    case 'date':
      return <DateControl type={type} {...rest} />
    case 'text':
      return <TextControl type={type} {...rest} />
    case 'countries':
      return <CountriesControl type={type} {...rest} />
    case 'owners':
      return <OwnersControl type={type} {...rest} />
    case 'jewels':
      return <JewelsControl type={type} {...rest} />
  }
}
