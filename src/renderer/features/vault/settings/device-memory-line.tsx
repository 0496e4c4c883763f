import { useQuery } from '#renderer/bridge/use-query.ts'
import { Button } from '#renderer/ui/button.tsx'

const why = {
  'weak-store': 'This computer has no keyring that other programs cannot read, so Gatehouse does not remember the vault on it.',
  'no-store': 'The keyring of this computer cannot be used now, so Gatehouse does not remember the vault on it.',
} as const

/** Whether this device remembers the vault, can do so, or why it cannot. */
export function DeviceMemoryLine({ onRemember }: { readonly onRemember: (deviceName: string) => void }) {
  const query = useQuery('device.state', {})
  if (query.state !== 'ready') return null
  const { store, wayId, deviceName } = query.value
  if (store !== 'good') return <p className="field-hint">{why[store]}</p>
  if (wayId !== null) return <p className="field-hint">This device remembers the vault.</p>
  return (
    <div className="form-actions">
      <Button onClick={() => onRemember(deviceName)}>Remember on this device</Button>
    </div>
  )
}
