import { useEffect, useState } from 'react'
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
  return (
    <Dialog title="The new recovery code" kind="alert" isOpen onClose={() => undefined} actions={null}>
      <RecoveryCode code={code} onConfirmed={onConfirmed} />
    </Dialog>
  )
}

export function NewRecoveryCode({ asksKeyFile, hasOne, onClose }: CodeDialogProps & { readonly hasOne: boolean }) {
  const replace = useCommand('keys.replaceRecoveryCode', ['keys.list'])
  const [code, setCode] = useState<string | null>(null)
  if (code !== null) return <ShowCode code={code} onConfirmed={onClose} />
  return (
    <ProofDialog
      title="Make a new recovery code"
      submitLabel="Make the code"
      asksKeyFile={asksKeyFile}
      isBusy={replace.isRunning}
      fault={replace.fault}
      onClose={onClose}
      onSubmit={(proof) => void replace.run({ proof }).then((outcome) => (outcome.ok ? setCode(outcome.value.recoveryCode) : undefined))}
    >
      <p>
        {hasOne
          ? 'The code you have on paper will open this vault no longer. The new one is shown once.'
          : 'It opens the vault if the passphrase is forgotten. It is shown once.'}
      </p>
    </ProofDialog>
  )
}

const lookEveryMs = 150
const steps = ['Copying', 'Encrypting with the new key', 'Checking the copy', 'Putting it in place', 'Done']

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
  const change = useCommand('keys.changeDataKey', ['keys.list', 'device.state'])
  const [code, setCode] = useState<string | null>(null)
  const progress = useKeyProgress(change.isRunning)
  if (code !== null) return <ShowCode code={code} onConfirmed={onClose} />
  return (
    <ProofDialog
      title="Change the key of the vault"
      proofLabel="The passphrase that is to stay"
      submitLabel="Change the key"
      isDangerous
      asksKeyFile={asksKeyFile}
      isBusy={change.isRunning}
      fault={change.fault}
      onClose={change.isRunning ? () => undefined : onClose}
      onSubmit={(proof) => void change.run({ proof }).then((outcome) => (outcome.ok ? setCode(outcome.value.recoveryCode) : undefined))}
    >
      <p>
        Everything is encrypted anew. The passphrase you type here stays, with its key file; other passphrases, remembered devices and the
        recovery code are removed, and you get a new code. The disk needs room for a second copy of the vault meanwhile.
      </p>
      <p>Backups and copies made before keep their old key: what opened them then still opens them.</p>
      {progress === null ? null : (
        <p role="status" className="key-progress">
          <Progress label="Changing the key" done={progress.done} total={progress.total} isTextHidden /> {steps[progress.done] ?? ''}…
        </p>
      )}
    </ProofDialog>
  )
}

export function RememberDevice({ asksKeyFile, deviceName, onClose }: CodeDialogProps & { readonly deviceName: string }) {
  const remember = useCommand('device.remember', ['keys.list', 'device.state'])
  return (
    <ProofDialog
      title="Remember on this device"
      submitLabel="Remember"
      asksKeyFile={asksKeyFile}
      isBusy={remember.isRunning}
      fault={remember.fault}
      onClose={onClose}
      onSubmit={(proof) => void remember.run({ proof }).then((outcome) => (outcome.ok ? onClose() : undefined))}
    >
      <p>
        On “{deviceName}” the vault will open without a passphrase, for whoever is logged in to your account here, and for other programs
        that run in it. It can be taken back at any time.
      </p>
    </ProofDialog>
  )
}
