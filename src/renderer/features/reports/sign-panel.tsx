import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Report } from '#shared/contract/reports.ts'
import type { Verdict } from '#shared/contract/verdict.ts'
import type { AssessmentId, SignerId } from '#shared/domain/ids.ts'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ChoiceBar } from '#renderer/ui/choice-bar.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { SignerChoice } from './signer-choice.tsx'
import { useTokenPin } from './token/use-token-pin.tsx'

const furtherSigners = { none: [], reviewer: ['reviewer'], client: ['client'], both: ['reviewer', 'client'] } as const
type FurtherChoice = keyof typeof furtherSigners

function isFurtherChoice(id: string): id is FurtherChoice {
  return Object.hasOwn(furtherSigners, id)
}

interface FurtherSignersProps {
  readonly chosen: FurtherChoice
  readonly onChoose: (id: FurtherChoice) => void
}

/** For whom places are prepared, so that they can sign without changing anything else. */
function FurtherSigners({ chosen, onChoose }: FurtherSignersProps) {
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

interface SignPanelProps {
  readonly assessmentId: AssessmentId
  /** What still keeps the assessment from being signed, in one sentence; null when nothing does. */
  readonly obstacle: string | null
  readonly onSigned: (report: Report, verdict: Verdict) => void
}

/** Chooses who signs, asks once, and signs. */
export function SignPanel({ assessmentId, obstacle, onSigned }: SignPanelProps) {
  const [signerId, setSignerId] = useState<SignerId | null>(null)
  const [isAsking, setIsAsking] = useState(false)
  const [further, setFurther] = useState<FurtherChoice>('none')
  const sign = useCommand('reports.sign', ['assessments.read', 'assessments.list', 'reports.list'])
  const token = useTokenPin(signerId, sign.isRunning)
  const signNow = async (chosen: SignerId) => {
    setIsAsking(false)
    const outcome = await sign.run({ assessmentId, signerId: chosen, furtherSigners: [...furtherSigners[further]], ...token.given })
    token.forget()
    if (outcome.ok) onSigned(outcome.value.report, outcome.value.verdict)
  }
  return (
    <section className="sign" aria-label="Sign">
      <SignerChoice chosen={signerId} onChoose={setSignerId} />
      {token.part}
      <FurtherSigners chosen={further} onChoose={setFurther} />
      {sign.fault === null ? null : <Refusal words={wordsFor(sign.fault)} />}
      <div className="form-actions">
        <Button
          look="primary"
          isBusy={sign.isRunning}
          disabled={obstacle !== null || signerId === null}
          aria-describedby="sign-obstacle"
          onClick={() => setIsAsking(true)}
        >
          {sign.isRunning ? 'Signing…' : 'Sign and freeze…'}
        </Button>
        <span id="sign-obstacle" className="form-saved" role="status">
          {sign.isRunning
            ? 'Writing the report, signing it and checking the signature. This takes a few seconds.'
            : (obstacle ?? (signerId === null ? 'Choose who signs.' : 'Signing is final.'))}
        </span>
      </div>
      <Dialog
        title="Sign and freeze this assessment?"
        kind="alert"
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        actions={
          <>
            <Button look="primary" onClick={() => signerId !== null && void signNow(signerId)}>
              Sign and freeze
            </Button>
            <Button onClick={() => setIsAsking(false)}>Not yet</Button>
          </>
        }
      >
        <p>The answers, the result and the decision become a signed PDF and can never change again. A later change is a new assessment.</p>
      </Dialog>
    </section>
  )
}
