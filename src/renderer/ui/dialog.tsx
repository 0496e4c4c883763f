import type { ReactNode } from 'react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'

interface DialogProps {
  readonly title: string
  readonly isOpen: boolean
  readonly onClose: () => void
  /** `alert`: a decision that must be made; clicking outside does not close it. */
  readonly kind?: 'plain' | 'alert'
  readonly actions: ReactNode
  readonly children: ReactNode
}

/** A dialog that holds the focus, names itself and closes with Escape. */
export function Dialog({ title, isOpen, onClose, kind = 'plain', actions, children }: DialogProps) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      isDismissable={kind === 'plain'}
      className="overlay"
    >
      <Modal className="modal">
        <AriaDialog role={kind === 'alert' ? 'alertdialog' : 'dialog'} className="dialog">
          <Heading slot="title" className="dialog-title">
            {title}
          </Heading>
          <div className="dialog-body">{children}</div>
          <div className="dialog-actions">{actions}</div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
