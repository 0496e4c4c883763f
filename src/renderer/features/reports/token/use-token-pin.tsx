import { type ReactNode, useState } from 'react'
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
  /** Forgets the PIN and looks at the token anew; to be called once it was used. */
  readonly forget: () => void
  /** Where the PIN is typed; nothing for a signer whose key is in the vault. */
  readonly part: ReactNode
}

/** The PIN for a signer whose key is on a token: asked for at each signature, forgotten with it. */
export function useTokenPin(signerId: SignerId | null, isRunning: boolean): TokenPin {
  const [pin, setPin] = useState('')
  const forget = () => {
    setPin('')
    refresh('signers.tokenState')
  }
  const part = signerId === null ? null : <TokenPart key={signerId} {...{ signerId, pin, setPin, isRunning }} />
  return { given: pin === '' ? {} : { pin }, forget, part }
}

interface PartProps {
  readonly signerId: SignerId
  readonly pin: string
  readonly setPin: (pin: string) => void
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

function PinPart({ signerId, pin, setPin }: PartProps) {
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
          label={t('pin')}
          hint={t('pinHint')}
          value={pin}
          maxLength={256}
          autoComplete="off"
          onChange={(event) => setPin(event.target.value)}
        />
      ) : null}
    </div>
  )
}
