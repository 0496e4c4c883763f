import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SignerId } from '#shared/domain/ids.ts'
import type { CallFault } from '#renderer/bridge/call.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { SignerChoice } from './signer-choice.tsx'
import { useTokenPin } from './token/use-token-pin.tsx'

interface CountersignDialogProps {
  readonly isOpen: boolean
  readonly isRunning: boolean
  readonly fault: CallFault | null
  readonly onClose: () => void
  readonly onSign: (wish: { readonly signerId: SignerId; readonly reason: string; readonly pin?: string }) => Promise<void>
}

/** Asks who signs after the first signer, and with what words. */
export function CountersignDialog({ isOpen, isRunning, fault, onClose, onSign }: CountersignDialogProps) {
  const { t } = useTranslation('signatures')
  const [signerId, setSignerId] = useState<SignerId | null>(null)
  const [reason, setReason] = useState<string>(t('reasonDefault'))
  const token = useTokenPin(signerId, isRunning)
  const isReady = signerId !== null && reason.trim() !== ''
  return (
    <Dialog
      title={t('signTitle')}
      kind="alert"
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <>
          <Button
            look="primary"
            isBusy={isRunning}
            disabled={!isReady}
            onClick={() => {
              if (signerId !== null && token.isTyped()) void onSign({ signerId, reason: reason.trim(), ...token.given }).then(token.forget)
            }}
          >
            {isRunning ? t('signing') : t('signNow')}
          </Button>
          <Button onClick={onClose}>{t('notNow')}</Button>
        </>
      }
    >
      <div className="form">
        <p>{t('signText')}</p>
        <SignerChoice chosen={signerId} onChoose={setSignerId} />
        {token.part}
        <TextField
          label={t('reason')}
          hint={t('reasonHint')}
          value={reason}
          maxLength={200}
          onChange={(event) => setReason(event.target.value)}
        />
        {fault === null ? null : <Refusal words={wordsFor(fault)} />}
      </div>
    </Dialog>
  )
}
