import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Way } from '#shared/contract/keys.ts'
import type { Place } from '#shared/contract/vault.ts'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { Button } from '#renderer/ui/button.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { PassphraseFields, usePassphraseDraft } from './passphrase-fields.tsx'
import { ProofDialog } from './proof-dialog.tsx'
import { changeTitle, passphraseLabel, wayName } from './way-name.ts'

interface WayDialogProps {
  readonly asksKeyFile: boolean
  readonly onClose: () => void
}

interface OneWayProps extends WayDialogProps {
  readonly way: Way
}

export function AddPassphrase({ asksKeyFile, onClose }: WayDialogProps) {
  const { t } = useTranslation('keys')
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
      title={t('add.title')}
      proofLabel={t('add.proof')}
      submitLabel={t('add.submit')}
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
        label={t('add.whose')}
        hint={t('add.whoseHint')}
        value={name}
        maxLength={60}
        autoFocus
        error={isNameMissing ? t('add.whoseEmpty') : undefined}
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
  const { t } = useTranslation('keys')
  const change = useCommand('keys.changePassphrase', ['keys.list'])
  const { draft, setDraft, check } = usePassphraseDraft()
  return (
    <ProofDialog
      title={changeTitle(way)}
      proofLabel={t('change.proof')}
      submitLabel={t('change.submit')}
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
      {way.needsKeyFile ? <p className="field-hint">{t('change.keyFileStays')}</p> : null}
    </ProofDialog>
  )
}

export function AddKeyFile({ way, asksKeyFile, onClose }: OneWayProps) {
  const { t } = useTranslation('keys')
  const choose = useCommand('keys.chooseNewKeyFile')
  const add = useCommand('keys.addKeyFile', ['keys.list'])
  const [place, setPlace] = useState<Place | null>(null)
  const pick = () =>
    choose.run({}).then((outcome) => (outcome.ok && outcome.value.place !== null ? setPlace(outcome.value.place) : undefined))
  return (
    <ProofDialog
      title={way.needsKeyFile ? t('keyFile.new') : t('keyFile.require')}
      proofLabel={passphraseLabel(way)}
      submitLabel={t('keyFile.make')}
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
      <p>{t('keyFile.text')}</p>
      <div className="file-choice">
        <span className="file-choice-name" role="status">
          {place === null ? t('keyFile.noPlace') : place.label}
        </span>
        <Button isSmall look={place === null ? 'primary' : 'secondary'} isBusy={choose.isRunning} onClick={() => void pick()}>
          {place === null ? t('keyFile.choose') : t('keyFile.another')}
        </Button>
      </div>
    </ProofDialog>
  )
}

export function DropKeyFile({ way, asksKeyFile, onClose }: OneWayProps) {
  const { t } = useTranslation('keys')
  const drop = useCommand('keys.dropKeyFile', ['keys.list'])
  return (
    <ProofDialog
      title={t('keyFile.drop')}
      proofLabel={passphraseLabel(way)}
      submitLabel={t('keyFile.stop')}
      asksKeyFile={asksKeyFile}
      isBusy={drop.isRunning}
      fault={drop.fault}
      onClose={onClose}
      onSubmit={(proof) => void drop.run({ proof, wayId: way.id }).then((outcome) => (outcome.ok ? onClose() : undefined))}
    >
      <p>{t('keyFile.stopText')}</p>
    </ProofDialog>
  )
}

export function RemoveWay({ way, asksKeyFile, onClose }: OneWayProps) {
  const { t } = useTranslation('keys')
  const forget = useCommand('device.forget', ['keys.list', 'device.state'])
  const remove = useCommand('keys.remove', ['keys.list'])
  const isDevice = way.kind === 'device'
  const run = isDevice ? forget.run : remove.run
  return (
    <ProofDialog
      title={isDevice ? t('remove.deviceTitle', { name: wayName(way) }) : t('remove.title', { name: wayName(way) })}
      submitLabel={isDevice ? t('remove.device') : t('remove.submit')}
      isDangerous
      asksKeyFile={asksKeyFile}
      isBusy={forget.isRunning || remove.isRunning}
      fault={forget.fault ?? remove.fault}
      onClose={onClose}
      onSubmit={(proof) => void run({ proof, wayId: way.id }).then((outcome) => (outcome.ok ? onClose() : undefined))}
    >
      <p>{t('remove.text')}</p>
    </ProofDialog>
  )
}
