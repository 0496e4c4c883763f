import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Report } from '#shared/contract/reports.ts'
import type { Verdict } from '#shared/contract/verdict.ts'
import type { AssessmentId, SignerId } from '#shared/domain/ids.ts'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { type FurtherChoice, FurtherSigners, furtherSigners } from './further-signers.tsx'
import { MakingSteps } from './making/making-steps.tsx'
import { useMaking } from './making/use-making.ts'
import { SignerChoice } from './signer-choice.tsx'
import { useTokenPin } from './token/use-token-pin.tsx'

interface SignPanelProps {
  readonly assessmentId: AssessmentId
  /** What still keeps the assessment from being signed, in one sentence; null when nothing does. */
  readonly obstacle: string | null
  readonly onSigned: (report: Report, verdict: Verdict) => void
}

/** Chooses who signs, asks once, and signs; what is being made can be stopped. */
export function SignPanel({ assessmentId, obstacle, onSigned }: SignPanelProps) {
  const { t } = useTranslation(['signatures', 'reports'])
  const [signerId, setSignerId] = useState<SignerId | null>(null)
  const [isAsking, setIsAsking] = useState(false)
  const [further, setFurther] = useState<FurtherChoice>('none')
  const sign = useCommand('reports.sign', ['assessments.read', 'assessments.list', 'reports.list'])
  const token = useTokenPin(signerId, sign.isRunning)
  const making = useMaking(sign.isRunning)
  const signNow = async (chosen: SignerId) => {
    setIsAsking(false)
    const outcome = await sign.run({
      assessmentId,
      signerId: chosen,
      furtherSigners: [...furtherSigners[further]],
      makingId: making.begin(),
      ...token.given,
    })
    token.forget()
    if (outcome.ok) onSigned(outcome.value.report, outcome.value.verdict)
  }
  const wasStopped = sign.fault?.code === 'cancelled'
  return (
    <section className="sign" aria-label={t('freeze.label')}>
      <SignerChoice chosen={signerId} onChoose={setSignerId} />
      {token.part}
      <FurtherSigners chosen={further} onChoose={setFurther} />
      {sign.fault === null || wasStopped ? null : <Refusal words={wordsFor(sign.fault)} />}
      {sign.isRunning ? <MakingSteps making={making} /> : null}
      <div role="status">{wasStopped ? <Notice tone="info" title={t('reports:making.stopped')} /> : null}</div>
      <div className="form-actions">
        <Button
          changes
          look="primary"
          isBusy={sign.isRunning}
          disabled={obstacle !== null || signerId === null}
          aria-describedby="sign-obstacle"
          onClick={() => token.isTyped() && setIsAsking(true)}
        >
          {sign.isRunning ? t('freeze.signing') : t('freeze.button')}
        </Button>
        {sign.isRunning ? (
          <Button isBusy={making.isStopping} onClick={making.stop}>
            {making.isStopping ? t('reports:making.stopping') : t('reports:making.stop')}
          </Button>
        ) : null}
        <span id="sign-obstacle" className="form-saved" role="status">
          {sign.isRunning ? '' : (obstacle ?? (signerId === null ? t('freeze.chooseSigner') : t('freeze.final')))}
        </span>
      </div>
      <Dialog
        title={t('freeze.title')}
        kind="alert"
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        actions={
          <>
            <Button look="primary" onClick={() => signerId !== null && void signNow(signerId)}>
              {t('freeze.confirm')}
            </Button>
            <Button onClick={() => setIsAsking(false)}>{t('freeze.notYet')}</Button>
          </>
        }
      >
        <p>{t('freeze.text')}</p>
      </Dialog>
    </section>
  )
}
