import type { OutputOf } from '#shared/contract/contract.ts'
import { Button } from '#renderer/ui/button.tsx'

const why = {
  'weak-store': 'This computer has no keyring that other programs cannot read, so Gatehouse does not remember the vault on it.',
  'no-store': 'The keyring of this computer cannot be used now, so Gatehouse does not remember the vault on it.',
} as const

interface DeviceMemoryLineProps {
  readonly device: OutputOf<'device.state'>
  readonly onRemember: (deviceName: string) => void
}

/** A way to have this device remember the vault, or why there is none. */
export function DeviceMemoryLine({ device, onRemember }: DeviceMemoryLineProps) {
  const { store, wayId, deviceName } = device
  if (store !== 'good') return <p className="field-hint">{why[store]}</p>
  if (wayId !== null) return null
  return (
    <div className="form-actions">
      <Button onClick={() => onRemember(deviceName)}>Remember on this device</Button>
    </div>
  )
}
