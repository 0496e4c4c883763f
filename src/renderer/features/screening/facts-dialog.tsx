import { useTranslation } from 'react-i18next'
import type { ListEdition } from '#shared/domain/screening-hit.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { dayText } from '#renderer/ui/numbers.ts'
import { HoleList } from './hole-list.tsx'

/** Everything that is known of an edition. */
export function FactsDialog({ edition, onClose }: { readonly edition: ListEdition; readonly onClose: () => void }) {
  const { t } = useTranslation('screening')
  const { title, publisher, editionOn, fileName, sha256, nameCount, sources, holes } = edition
  return (
    <Dialog title={title} isOpen onClose={onClose} actions={<Button onClick={onClose}>{t('close')}</Button>}>
      <dl className="screening-facts">
        <dt>{t('lists.publisher')}</dt>
        <dd>{publisher === '' ? t('hit.nothing') : publisher}</dd>
        <dt>{t('lists.edition')}</dt>
        <dd>{dayText(editionOn)}</dd>
        <dt>{t('lists.file')}</dt>
        <dd>{fileName}</dd>
        <dt>{t('lists.sha256')}</dt>
        <dd className="screening-hash">{sha256}</dd>
        <dt>{t('lists.names')}</dt>
        <dd>{t('add.nameCount', { count: nameCount })}</dd>
        <dt>{t('lists.sources')}</dt>
        <dd>
          <ul className="screening-plain">
            {sources.map(({ source, rowCount }) => (
              <li key={source}>
                {source}: {t('lists.entryCount', { count: rowCount })}
              </li>
            ))}
          </ul>
        </dd>
        <dt>{t('lists.holes')}</dt>
        <dd>
          <HoleList holes={holes} />
        </dd>
      </dl>
    </Dialog>
  )
}
