import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Signer } from '#shared/domain/signer.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { NewSigner } from './new-signer.tsx'
import { AddTokenSigner } from './token/add-token-signer.tsx'

interface AddSignerProps {
  /** Whether there is a signer to choose already; the form for a new one stands open where there is none. */
  readonly hasOthers: boolean
  readonly onMade: (signer: Signer) => void
  /** Puts the focus on what matches, once it is there. */
  readonly focusNext: (selector: string) => void
}

/** Ways to another signer: one made here, or one on a smart card. */
export function AddSigner({ hasOthers, onMade, focusNext }: AddSignerProps) {
  const { t } = useTranslation(['tokens', 'signers'])
  const [adding, setAdding] = useState<'new' | 'token' | null>(null)
  const begin = (what: 'new' | 'token') => {
    setAdding(what)
    focusNext(what === 'new' ? 'form input' : 'section button, section [role="radio"]')
  }
  const close = () => setAdding(null)
  const made = (signer: Signer) => {
    close()
    onMade(signer)
  }
  if (adding === 'token') return <AddTokenSigner onAdded={made} onCancel={close} />
  const isMaking = adding === 'new' || !hasOthers
  return (
    <>
      {isMaking ? <NewSigner onMade={made} {...(hasOthers ? { onCancel: close } : {})} /> : null}
      <div className="form-actions">
        {isMaking ? null : (
          <Button changes isSmall className="signer-new" onClick={() => begin('new')}>
            <Icon name="plus" /> {t('signers:new')}
          </Button>
        )}
        {adding === null ? (
          <Button changes isSmall className="signer-new" onClick={() => begin('token')}>
            <Icon name="key" /> {t('add')}
          </Button>
        ) : null}
      </div>
    </>
  )
}
