import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListedSigner } from '#shared/domain/signer.ts'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { Waiting } from '#renderer/ui/waiting.tsx'
import { ChosenCertificate } from './chosen-certificate.tsx'
import { ModuleChoice } from './module-choice.tsx'
import { type FoundCertificate, type FoundToken, TokenCertificates } from './token-certificates.tsx'

interface AddTokenSignerProps {
  readonly onAdded: (signer: ListedSigner) => void
  readonly onCancel: () => void
}

interface Chosen {
  readonly token: FoundToken
  readonly certificate: FoundCertificate
}

/** Adds a signer whose key is on a smart card or token: the module, then the card's certificates, then a trial of the key. */
export function AddTokenSigner({ onAdded, onCancel }: AddTokenSignerProps) {
  const { t } = useTranslation('tokens')
  const heading = useRef<HTMLHeadingElement>(null)
  // The button that led here has left the screen.
  useEffect(() => heading.current?.focus(), [])
  const read = useCommand('signers.readTokens')
  const cancel = useCommand('tokens.cancel')
  const [handle, setHandle] = useState<string | null>(null)
  const [tokens, setTokens] = useState<readonly FoundToken[] | null>(null)
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const look = async (module: string) => {
    setHandle(module)
    setChosen(null)
    setTokens(null)
    const outcome = await read.run({ handle: module })
    // An empty slot that shows itself as a token is no token to a person.
    if (outcome.ok) setTokens(outcome.value.tokens.filter(({ isReady, label }) => isReady || label !== ''))
  }
  const again = handle === null ? undefined : <Button onClick={() => void look(handle)}>{t('lookAgain')}</Button>
  return (
    <section className="form form-inset" aria-label={t('title')}>
      <h3 ref={heading} tabIndex={-1}>
        {t('title')}
      </h3>
      <p>{t('lead')}</p>
      <ModuleChoice onChoose={(module) => void look(module)} />
      {read.isRunning ? (
        <div className="form-actions">
          <Waiting what={t('reading')} />
          <Button isSmall onClick={() => void cancel.run({})}>
            {t('cancelReading')}
          </Button>
        </div>
      ) : null}
      {read.fault === null ? null : <Refusal words={wordsFor(read.fault)} actions={again} />}
      {tokens?.length === 0 ? (
        <Notice tone="info" title={t('noToken')} actions={again}>
          {t('noTokenText')}
        </Notice>
      ) : null}
      {tokens?.map((token) => (
        <TokenCertificates
          key={`${token.serial} ${token.label}`}
          token={token}
          chosen={chosen?.token === token ? chosen.certificate.sha256 : null}
          onChoose={(certificate) => setChosen({ token, certificate })}
        />
      ))}
      {chosen === null || handle === null ? (
        <div className="form-actions">
          <Button look="quiet" onClick={onCancel}>
            {t('cancel')}
          </Button>
        </div>
      ) : (
        <ChosenCertificate key={chosen.certificate.sha256} {...{ handle, ...chosen, onAdded, onCancel }} />
      )}
    </section>
  )
}
