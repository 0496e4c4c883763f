import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/contract.ts'
import { Button } from '#renderer/ui/button.tsx'

interface DeviceMemoryLineProps {
  readonly device: OutputOf<'device.state'>
  readonly onRemember: (deviceName: string) => void
}

/** A way to have this device remember the vault, or why there is none. */
export function DeviceMemoryLine({ device, onRemember }: DeviceMemoryLineProps) {
  const { t } = useTranslation('keys')
  const { store, wayId, deviceName } = device
  if (store !== 'good') return <p className="field-hint">{t(`device.${store}`)}</p>
  if (wayId !== null) return null
  return (
    <div className="form-actions">
      <Button changes onClick={() => onRemember(deviceName)}>
        {t('device.title')}
      </Button>
    </div>
  )
}
