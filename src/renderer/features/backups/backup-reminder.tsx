import { useQuery } from '#renderer/bridge/use-query.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { momentText } from './backup-words.ts'

/** On Home: what is wrong with the backups, in one notice, or nothing. */
export function BackupReminder({ onSettings }: { readonly onSettings: () => void }) {
  const query = useQuery('backups.overview', {})
  if (query.state !== 'ready') return null
  const { failure, isCopyDue, place } = query.value
  const actions = (
    <Button isSmall onClick={onSettings}>
      Look at the backups
    </Button>
  )
  if (failure !== null) {
    return (
      <Notice tone="warning" title="The last automatic backup was not made." actions={actions}>
        <p>{failure}</p>
      </Notice>
    )
  }
  if (!isCopyDue) return null
  const title =
    place === null
      ? 'The backups of this vault are all on one disk.'
      : place.lastCopyAt === null
        ? `No backup was copied to ${place.label} yet.`
        : `The last copy to ${place.label} is from ${momentText(place.lastCopyAt)}.`
  const next =
    place === null
      ? 'If that disk is lost, so are they. Choose a second place for them, such as a USB stick.'
      : 'Connect it; the next backup is then copied there by itself, or copy it now in the settings.'
  return (
    <Notice tone="info" title={title} actions={actions}>
      <p>{next}</p>
    </Notice>
  )
}
