import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'

const shortcuts: readonly (readonly [string, string])[] = [
  ['1 – 6', 'Yes, Partly, No, Unknown, Declined, N/A'],
  ['1 – 9', 'Choose an option, where options are offered'],
  ['u, d, x', 'Unknown, Declined, N/A'],
  ['↓ or j', 'Next question'],
  ['↑ or k', 'Previous question'],
  [']  and  [', 'Next and previous section'],
  ['g', 'Go to a question by its id'],
  ['a', 'Into the answer'],
  ['n', 'Note'],
  ['e', 'Evidence: its grade'],
  ['f', 'Files that prove the answer'],
  ['h', 'Open or close the help'],
  ['Esc', 'Out of a text field, back to the question'],
  ['Ctrl Z', 'Take the last change back'],
  ['Ctrl Shift Z', 'Do again what was taken back'],
  ['?', 'This list'],
]

export function ShortcutsDialog({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  return (
    <Dialog
      title="Keyboard"
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <Button look="primary" onClick={onClose}>
          Close
        </Button>
      }
    >
      <dl className="shortcuts">
        {shortcuts.map(([keys, what]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
