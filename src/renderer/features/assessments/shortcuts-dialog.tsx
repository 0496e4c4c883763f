import { useTranslation } from 'react-i18next'
import type { english } from '#renderer/i18n/catalogues.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { useSingleKeys } from '#renderer/ui/single-keys.ts'

type Line = Exclude<keyof (typeof english)['questionnaire']['keys'], 'title' | 'close' | 'or' | 'and' | 'off'>
type Shortcut = readonly [what: Line, keys: readonly [one: string, other?: string, join?: 'or' | 'and']]

/** What each line does, and its key or its two. */
const shortcuts: readonly Shortcut[] = [
  ['practice', ['1 – 6']],
  ['option', ['1 – 9']],
  ['open', ['u, d, x']],
  ['next', ['↓', 'j']],
  ['previous', ['↑', 'k']],
  ['section', [']', '[', 'and']],
  ['jump', ['g']],
  ['answer', ['a']],
  ['note', ['n']],
  ['evidence', ['e']],
  ['files', ['f']],
  ['help', ['h']],
  ['escape', ['Esc']],
  ['undo', ['Ctrl Z']],
  ['redo', ['Ctrl Shift Z']],
  ['list', ['?']],
]

export function ShortcutsDialog({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation('questionnaire')
  const hasSingleKeys = useSingleKeys()
  return (
    <Dialog
      title={t('keys.title')}
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <Button look="primary" onClick={onClose}>
          {t('keys.close')}
        </Button>
      }
    >
      {hasSingleKeys ? null : <p>{t('keys.off')}</p>}
      <dl className="shortcuts">
        {shortcuts.map(([what, [one, other, join = 'or']]) => (
          <div key={what}>
            <dt>
              <kbd>{other === undefined ? one : t(`keys.${join}`, { one, other })}</kbd>
            </dt>
            <dd>{t(`keys.${what}`)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
