import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PackCheck } from '#shared/contract/packs.ts'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { PackCheckResult } from './pack-check-result.tsx'

interface Found {
  readonly handle: string
  readonly label: string
  readonly check: PackCheck
  readonly isAdded: boolean
}

/** Chooses a file, shows what is wrong with it in place, and takes it into the vault when it has no errors. */
export function AddPack() {
  const { t } = useTranslation('packs')
  const choose = useCommand('packs.choose')
  const check = useCommand('packs.check')
  const add = useCommand('packs.add', ['packs.list'])
  const [found, setFound] = useState<Found | null>(null)
  const fault = choose.fault ?? check.fault ?? add.fault
  const isBusy = choose.isRunning || check.isRunning || add.isRunning

  const look = async (handle: string, label: string) => {
    const checked = await check.run({ handle })
    setFound(checked.ok ? { handle, label, check: checked.value.check, isAdded: false } : null)
  }
  const chooseFile = async () => {
    const chosen = await choose.run({})
    if (chosen.ok && chosen.value.handle !== null) await look(chosen.value.handle, chosen.value.label)
  }
  const addFile = async ({ handle, label }: Found) => {
    const added = await add.run({ handle })
    if (added.ok) setFound({ handle, label, check: added.value.check, isAdded: added.value.isAdded })
  }
  return (
    <div className="form">
      <div className="form-actions">
        <Button isBusy={isBusy} onClick={() => void chooseFile()}>
          {t('chooseFile')}
        </Button>
        {found === null || found.isAdded ? null : (
          <Button isBusy={isBusy} onClick={() => void look(found.handle, found.label)}>
            {t('checkAgain', { label: found.label })}
          </Button>
        )}
      </div>
      {fault === null ? null : <Refusal words={wordsFor(fault)} />}
      {found === null ? null : (
        <PackCheckResult
          label={found.label}
          check={found.check}
          isAdded={found.isAdded}
          isBusy={isBusy}
          onAdd={() => void addFile(found)}
        />
      )}
    </div>
  )
}
