import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '#renderer/bridge/call.ts'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { Progress } from '#renderer/ui/progress.tsx'
import { RecoveryCode } from '../recovery-code.tsx'
import { ProofDialog } from './proof-dialog.tsx'

interface CodeDialogProps {
  readonly asksKeyFile: boolean
  readonly onClose: () => void
}

/** Shows a new code until it is written down; there is no way past it. */
function ShowCode({ code, onConfirmed }: { readonly code: string; readonly onConfirmed: () => void }) {
  const { t } = useTranslation('keys')
  return (
    <Dialog title={t('code.new')} kind="alert" isOpen onClose={() => undefined} actions={null}>
      <RecoveryCode code={code} onConfirmed={onConfirmed} />
    </Dialog>
  )
}

export function NewRecoveryCode({ asksKeyFile, hasOne, onClose }: CodeDialogProps & { readonly hasOne: boolean }) {
  const { t } = useTranslation('keys')
  const replace = useCommand('keys.replaceRecoveryCode', ['keys.list'])
  const [code, setCode] = useState<string | null>(null)
  if (code !== null) return <ShowCode code={code} onConfirmed={onClose} />
  return (
    <ProofDialog
      title={t('code.title')}
      submitLabel={t('code.submit')}
      asksKeyFile={asksKeyFile}
      isBusy={replace.isRunning}
      fault={replace.fault}
      onClose={onClose}
      onSubmit={(proof) => void replace.run({ proof }).then((outcome) => (outcome.ok ? setCode(outcome.value.recoveryCode) : undefined))}
    >
      <p>{hasOne ? t('code.replaces') : t('code.first')}</p>
    </ProofDialog>
  )
}

const lookEveryMs = 150
const steps = [0, 1, 2, 3, 4] as const

/** How far the change of the data key is, asked for while it runs. */
function useKeyProgress(isRunning: boolean): { readonly done: number; readonly total: number } | null {
  const [progress, setProgress] = useState<{ readonly done: number; readonly total: number } | null>(null)
  useEffect(() => {
    if (!isRunning) return undefined
    const timer = window.setInterval(() => {
      void call('keys.progress', {}).then((outcome) => setProgress(outcome.ok ? outcome.value.progress : null))
    }, lookEveryMs)
    return () => window.clearInterval(timer)
  }, [isRunning])
  return isRunning ? progress : null
}

export function ChangeDataKey({ asksKeyFile, onClose }: CodeDialogProps) {
  const { t } = useTranslation('keys')
  const change = useCommand('keys.changeDataKey', ['keys.list', 'device.state'])
  const [code, setCode] = useState<string | null>(null)
  const progress = useKeyProgress(change.isRunning)
  const step = steps.find((known) => known === progress?.done)
  if (code !== null) return <ShowCode code={code} onConfirmed={onClose} />
  return (
    <ProofDialog
      title={t('dataKey.title')}
      proofLabel={t('dataKey.proof')}
      submitLabel={t('dataKey.submit')}
      isDangerous
      asksKeyFile={asksKeyFile}
      isBusy={change.isRunning}
      fault={change.fault}
      onClose={change.isRunning ? () => undefined : onClose}
      onSubmit={(proof) => void change.run({ proof }).then((outcome) => (outcome.ok ? setCode(outcome.value.recoveryCode) : undefined))}
    >
      <p>{t('dataKey.text')}</p>
      <p>{t('dataKey.copies')}</p>
      {progress === null ? null : (
        <p role="status" className="key-progress">
          <Progress label={t('dataKey.changing')} done={progress.done} total={progress.total} isTextHidden />{' '}
          {step === undefined ? '' : t(`steps.${step}`)}
        </p>
      )}
    </ProofDialog>
  )
}

export function RememberDevice({ asksKeyFile, deviceName, onClose }: CodeDialogProps & { readonly deviceName: string }) {
  const { t } = useTranslation('keys')
  const remember = useCommand('device.remember', ['keys.list', 'device.state'])
  return (
    <ProofDialog
      title={t('device.title')}
      submitLabel={t('device.submit')}
      asksKeyFile={asksKeyFile}
      isBusy={remember.isRunning}
      fault={remember.fault}
      onClose={onClose}
      onSubmit={(proof) => void remember.run({ proof }).then((outcome) => (outcome.ok ? onClose() : undefined))}
    >
      <p>{t('device.text', { deviceName })}</p>
    </ProofDialog>
  )
}
