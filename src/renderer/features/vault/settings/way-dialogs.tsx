import { useState } from 'react'
import type { Way } from '#shared/contract/keys.ts'
import type { Place } from '#shared/contract/vault.ts'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { Button } from '#renderer/ui/button.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { PassphraseFields, usePassphraseDraft } from './passphrase-fields.tsx'
import { ProofDialog } from './proof-dialog.tsx'

interface WayDialogProps {
  readonly asksKeyFile: boolean
  readonly onClose: () => void
}

interface OneWayProps extends WayDialogProps {
  readonly way: Way
}

export function AddPassphrase({ asksKeyFile, onClose }: WayDialogProps) {
  const add = useCommand('keys.addPassphrase', ['keys.list'])
  const { draft, setDraft, check } = usePassphraseDraft()
  const [name, setName] = useState('')
  const [isNameMissing, setIsNameMissing] = useState(false)
  const checkAll = () => {
    setIsNameMissing(name.trim() === '')
    return check() && name.trim() !== ''
  }
  return (
    <ProofDialog
      title="Add a passphrase"
      proofLabel="A passphrase that opens the vault now, or the recovery code"
      submitLabel="Add the passphrase"
      asksKeyFile={asksKeyFile}
      isBusy={add.isRunning}
      fault={add.fault}
      check={checkAll}
      onClose={onClose}
      onSubmit={(proof) =>
        void add.run({ proof, name: name.trim(), passphrase: draft.passphrase }).then((outcome) => (outcome.ok ? onClose() : undefined))
      }
    >
      <TextField
        label="Whose it is"
        hint="Shown in the list, to anybody who has the folder of the vault."
        value={name}
        maxLength={60}
        autoFocus
        error={isNameMissing ? 'is empty; type a name, such as Deputy' : undefined}
        onChange={(event) => {
          setName(event.target.value)
          setIsNameMissing(false)
        }}
      />
      <PassphraseFields draft={draft} onChange={setDraft} />
    </ProofDialog>
  )
}

export function ChangePassphrase({ way, asksKeyFile, onClose }: OneWayProps) {
  const change = useCommand('keys.changePassphrase', ['keys.list'])
  const { draft, setDraft, check } = usePassphraseDraft()
  return (
    <ProofDialog
      title={`Change the passphrase “${way.name}”`}
      proofLabel="The passphrase until now, or the recovery code"
      submitLabel="Change the passphrase"
      asksKeyFile={asksKeyFile}
      isBusy={change.isRunning}
      fault={change.fault}
      check={check}
      onClose={onClose}
      onSubmit={(proof) =>
        void change
          .run({ proof, wayId: way.id, passphrase: draft.passphrase, dropsKeyFile: false })
          .then((outcome) => (outcome.ok ? onClose() : undefined))
      }
    >
      <PassphraseFields draft={draft} onChange={setDraft} autoFocus />
      {way.needsKeyFile ? <p className="field-hint">Its key file stays the same; choose it below.</p> : null}
    </ProofDialog>
  )
}

export function AddKeyFile({ way, asksKeyFile, onClose }: OneWayProps) {
  const choose = useCommand('keys.chooseNewKeyFile')
  const add = useCommand('keys.addKeyFile', ['keys.list'])
  const [place, setPlace] = useState<Place | null>(null)
  const pick = () =>
    choose.run({}).then((outcome) => (outcome.ok && outcome.value.place !== null ? setPlace(outcome.value.place) : undefined))
  return (
    <ProofDialog
      title={way.needsKeyFile ? 'Make a new key file' : 'Require a key file'}
      proofLabel={`The passphrase “${way.name}”`}
      submitLabel="Make the key file"
      asksKeyFile={asksKeyFile && way.needsKeyFile}
      isBusy={add.isRunning}
      fault={add.fault}
      check={() => place !== null}
      onClose={onClose}
      onSubmit={(proof) =>
        place === null
          ? undefined
          : void add.run({ proof, wayId: way.id, place: place.handle }).then((outcome) => (outcome.ok ? onClose() : setPlace(null)))
      }
    >
      <p>
        From then on this passphrase opens the vault only together with the key file. Keep the file on a USB stick that is not in the
        computer when you are not there, and a copy of it in a safe place. If both are lost, the recovery code still opens the vault.
      </p>
      <div className="file-choice">
        <span className="file-choice-name" role="status">
          {place === null ? 'No place chosen yet.' : place.label}
        </span>
        <Button isSmall look={place === null ? 'primary' : 'secondary'} isBusy={choose.isRunning} onClick={() => void pick()}>
          {place === null ? 'Choose where to make it…' : 'Choose another place…'}
        </Button>
      </div>
    </ProofDialog>
  )
}

export function DropKeyFile({ way, asksKeyFile, onClose }: OneWayProps) {
  const drop = useCommand('keys.dropKeyFile', ['keys.list'])
  return (
    <ProofDialog
      title="Open without the key file again"
      proofLabel={`The passphrase “${way.name}”`}
      submitLabel="Stop needing the key file"
      asksKeyFile={asksKeyFile}
      isBusy={drop.isRunning}
      fault={drop.fault}
      onClose={onClose}
      onSubmit={(proof) => void drop.run({ proof, wayId: way.id }).then((outcome) => (outcome.ok ? onClose() : undefined))}
    >
      <p>The passphrase alone will open the vault. The key file will be good for nothing, and can be deleted.</p>
    </ProofDialog>
  )
}

export function RemoveWay({ way, asksKeyFile, onClose }: OneWayProps) {
  const forget = useCommand('device.forget', ['keys.list', 'device.state'])
  const remove = useCommand('keys.remove', ['keys.list'])
  const isDevice = way.kind === 'device'
  const run = isDevice ? forget.run : remove.run
  return (
    <ProofDialog
      title={isDevice ? `Forget the device “${way.name}”` : `Remove “${way.name}”`}
      submitLabel={isDevice ? 'Forget the device' : 'Remove'}
      isDangerous
      asksKeyFile={asksKeyFile}
      isBusy={forget.isRunning || remove.isRunning}
      fault={forget.fault ?? remove.fault}
      onClose={onClose}
      onSubmit={(proof) => void run({ proof, wayId: way.id }).then((outcome) => (outcome.ok ? onClose() : undefined))}
    >
      <p>
        It will not open this vault any more. Copies of the folder made before still open with it; if somebody else may have one, change the
        key of the vault and remove those copies.
      </p>
    </ProofDialog>
  )
}
