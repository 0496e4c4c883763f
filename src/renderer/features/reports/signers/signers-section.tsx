import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from '#renderer/bridge/use-query.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { Waiting } from '#renderer/ui/waiting.tsx'
import { NewSigner } from '../new-signer.tsx'
import { AddTokenSigner } from '../token/add-token-signer.tsx'
import { ImportSigner } from './import-signer.tsx'
import { KnownCertificates } from './known-certificates.tsx'
import { SignerLine } from './signer-line.tsx'

type Adding = 'new' | 'import' | 'token' | null

/** The signers of the vault, ways to get more, and the certificates of others that are known here. */
export function SignersSection() {
  const { t } = useTranslation(['signers', 'tokens'])
  const query = useQuery('signers.list', {})
  const [adding, setAdding] = useState<Adding>(null)
  if (query.state === 'loading') return <Waiting what={t('list')} />
  if (query.state === 'failed') return <Refusal words={wordsFor(query.fault)} />
  const { signers } = query.value
  const close = () => setAdding(null)
  return (
    <>
      {signers.length === 0 ? (
        <EmptyState title={t('none')}>{t('noneText')}</EmptyState>
      ) : (
        <ul className="ways" aria-label={t('list')}>
          {signers.map((signer) => (
            <SignerLine key={signer.id} signer={signer} />
          ))}
        </ul>
      )}
      {adding === 'new' ? <NewSigner onMade={close} onCancel={close} /> : null}
      {adding === 'import' ? <ImportSigner onImported={close} onCancel={close} /> : null}
      {adding === 'token' ? <AddTokenSigner onAdded={close} onCancel={close} /> : null}
      {adding === null ? (
        <div className="form-actions">
          <Button changes onClick={() => setAdding('import')}>
            <Icon name="key" /> {t('import')}
          </Button>
          <Button changes onClick={() => setAdding('token')}>
            <Icon name="key" /> {t('tokens:add')}
          </Button>
          <Button changes onClick={() => setAdding('new')}>
            <Icon name="plus" /> {t('new')}
          </Button>
        </div>
      ) : null}
      <KnownCertificates />
    </>
  )
}
