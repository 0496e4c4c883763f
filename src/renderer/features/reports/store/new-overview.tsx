import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReportId, SignerId } from '#shared/domain/ids.ts'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ChoiceBar } from '#renderer/ui/choice-bar.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { type FurtherChoice, FurtherSigners, furtherSigners } from '../further-signers.tsx'
import { MakingSteps } from '../making/making-steps.tsx'
import { useMaking } from '../making/use-making.ts'
import { SignerChoice } from '../signer-choice.tsx'
import { useTokenPin } from '../token/use-token-pin.tsx'

type OverviewKind = 'portfolio' | 'programme'
const kinds = ['portfolio', 'programme'] as const

/** Chooses what a report on the vault as a whole is about and who signs it, and signs it. */
export function NewOverview({ onSigned }: { readonly onSigned: (id: ReportId) => void }) {
  const { t } = useTranslation('reports')
  const [isOpen, setIsOpen] = useState(false)
  const [kind, setKind] = useState<OverviewKind>('portfolio')
  const [signerId, setSignerId] = useState<SignerId | null>(null)
  const [further, setFurther] = useState<FurtherChoice>('none')
  const sign = useCommand('reports.signOverview', ['reports.list'])
  const making = useMaking(sign.isRunning)
  const wasStopped = sign.fault?.code === 'cancelled'
  const close = () => {
    // What is being made ends first; the dialog then says how.
    if (sign.isRunning) return making.stop()
    setIsOpen(false)
    sign.forget()
  }
  const token = useTokenPin(signerId, sign.isRunning)
  const run = async (signer: SignerId) => {
    const outcome = await sign.run({
      kind,
      signerId: signer,
      furtherSigners: [...furtherSigners[further]],
      makingId: making.begin(),
      ...token.given,
    })
    token.forget()
    if (!outcome.ok) return
    setIsOpen(false)
    onSigned(outcome.value.report.id)
  }
  return (
    <>
      <Button changes look="primary" onClick={() => setIsOpen(true)}>
        {t('make.button')}
      </Button>
      <Dialog
        title={t('make.title')}
        kind="alert"
        isOpen={isOpen}
        onClose={close}
        actions={
          <>
            <Button
              look="primary"
              isBusy={sign.isRunning}
              disabled={signerId === null}
              onClick={() => signerId !== null && token.isTyped() && void run(signerId)}
            >
              {sign.isRunning ? t('make.signing') : t('make.sign')}
            </Button>
            <Button isBusy={making.isStopping} onClick={close}>
              {making.isStopping ? t('making.stopping') : t(sign.isRunning ? 'making.stop' : 'make.cancel')}
            </Button>
            {signerId === null ? <span className="form-saved">{t('make.signerFirst')}</span> : null}
          </>
        }
      >
        <div className="form">
          <p>{t('make.lead')}</p>
          <ChoiceBar
            label={t('make.kind')}
            layout="column"
            choices={kinds.map((id) => ({ id, label: t(`make.${id}`), detail: t(`make.${id}Detail`) }))}
            chosen={kind}
            onChoose={(id) => setKind(id === 'programme' ? 'programme' : 'portfolio')}
          />
          <SignerChoice chosen={signerId} onChoose={setSignerId} />
          {token.part}
          <FurtherSigners chosen={further} onChoose={setFurther} />
          {sign.isRunning ? <MakingSteps making={making} /> : null}
          <div role="status">{wasStopped ? <Notice tone="info" title={t('making.stopped')} /> : null}</div>
          {sign.fault === null || wasStopped ? null : <Refusal words={wordsFor(sign.fault)} />}
        </div>
      </Dialog>
    </>
  )
}
