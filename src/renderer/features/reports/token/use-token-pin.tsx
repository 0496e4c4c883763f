import { type ReactNode, type RefObject, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SignerId } from '#shared/domain/ids.ts'
import { refresh } from '#renderer/bridge/refresh.ts'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { useQuery } from '#renderer/bridge/use-query.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { SecretField } from '#renderer/ui/secret-field.tsx'
import { Waiting } from '#renderer/ui/waiting.tsx'
import { takesPin, TokenNotes } from './token-notes.tsx'

interface TokenPin {
  /** What an order to sign says of the PIN. */
  readonly given: { readonly pin?: string }
  /** True unless a PIN is still to be typed; the field says so then, and has the focus. */
  readonly isTyped: () => boolean
  /** Forgets the PIN and looks at the token anew; to be called once it was used. */
  readonly forget: () => void
  /** Where the PIN is typed; nothing for a signer whose key is in the vault. */
  readonly part: ReactNode
}

/** The PIN for a signer whose key is on a token: asked for at each signature, forgotten with it. */
export function useTokenPin(signerId: SignerId | null, isRunning: boolean): TokenPin {
  const [typed, setTyped] = useState<{ readonly of: SignerId | null; readonly pin: string }>({ of: signerId, pin: '' })
  const [isMissing, setIsMissing] = useState(false)
  // A PIN belongs to one token: with another signer it is forgotten at once, so that it is never sent to the wrong one.
  if (typed.of !== signerId) {
    setTyped({ of: signerId, pin: '' })
    setIsMissing(false)
  }
  const pin = typed.of === signerId ? typed.pin : ''
  const setPin = (next: string) => setTyped({ of: signerId, pin: next })
  const field = useRef<HTMLInputElement>(null)
  const isTyped = () => {
    // Without a field nothing is to be typed here.
    if (field.current === null || pin !== '') return true
    setIsMissing(true)
    field.current.focus()
    return false
  }
  const forget = () => {
    setPin('')
    setIsMissing(false)
    refresh('signers.tokenState')
  }
  const part = signerId === null ? null : <TokenPart key={signerId} {...{ signerId, pin, setPin, isMissing, field, isRunning }} />
  return { given: pin === '' ? {} : { pin }, isTyped, forget, part }
}

interface PartProps {
  readonly signerId: SignerId
  readonly pin: string
  readonly setPin: (pin: string) => void
  /** Somebody went on without it. */
  readonly isMissing: boolean
  readonly field: RefObject<HTMLInputElement | null>
  readonly isRunning: boolean
}

function TokenPart(props: PartProps) {
  const signers = useQuery('signers.list', {})
  const signer = signers.state === 'ready' ? signers.value.signers.find(({ id }) => id === props.signerId) : undefined
  if (signer?.origin !== 'token') return null
  return props.isRunning ? <TokenWait /> : <PinPart {...props} />
}

/** Shown while the token signs: it may wait for a person, or hang. */
export function TokenWait() {
  const { t } = useTranslation('tokens')
  const cancel = useCommand('tokens.cancel')
  return (
    <div className="form-actions">
      <span role="status">{t('waiting')}</span>
      <Button isSmall onClick={() => void cancel.run({})}>
        {t('stop')}
      </Button>
    </div>
  )
}

function PinPart({ signerId, pin, setPin, isMissing, field }: PartProps) {
  const { t } = useTranslation('tokens')
  const state = useQuery('signers.tokenState', { signerId })
  if (state.state === 'loading') return <Waiting what={t('looking')} />
  if (state.state === 'failed')
    return <Refusal words={wordsFor(state.fault)} actions={<Button onClick={state.reload}>{t('lookAgain')}</Button>} />
  const { token } = state.value
  return (
    <div className="form">
      <p className="form-saved" role="status">
        {t('state.ready', { label: token.label === '' ? t('unnamed') : token.label })}
      </p>
      <TokenNotes token={token} />
      {takesPin(token) ? (
        <SecretField
          ref={field}
          label={t('pin')}
          hint={t('pinHint')}
          value={pin}
          maxLength={256}
          autoComplete="off"
          error={isMissing && pin === '' ? t('pinEmpty') : undefined}
          onChange={(event) => setPin(event.target.value)}
        />
      ) : null}
    </div>
  )
}
