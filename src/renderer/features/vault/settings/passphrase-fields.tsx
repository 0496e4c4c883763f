import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { contract } from '#shared/contract/contract.ts'
import { SecretField } from '#renderer/ui/secret-field.tsx'
import { StrengthAdvice } from '../strength-advice.tsx'

const Passphrase = contract['keys.addPassphrase'].input.shape.passphrase

export interface PassphraseDraft {
  readonly passphrase: string
  readonly repeated: string
  readonly errors: { readonly passphrase?: string | undefined; readonly repeated?: string | undefined }
}

/** A new passphrase, typed twice. `check` says whether it can be used, and shows why not. */
export function usePassphraseDraft() {
  const [draft, setDraft] = useState<PassphraseDraft>({ passphrase: '', repeated: '', errors: {} })
  const check = () => {
    const read = Passphrase.safeParse(draft.passphrase)
    const errors = {
      passphrase: read.success ? undefined : read.error.issues[0]?.message,
      repeated: draft.passphrase === draft.repeated ? undefined : 'is not the same as the first; type it again',
    }
    setDraft({ ...draft, errors })
    return errors.passphrase === undefined && errors.repeated === undefined
  }
  return { draft, setDraft, check }
}

interface PassphraseFieldsProps {
  readonly draft: PassphraseDraft
  readonly onChange: (draft: PassphraseDraft) => void
  readonly autoFocus?: boolean
}

export function PassphraseFields({ draft, onChange, autoFocus = false }: PassphraseFieldsProps) {
  const { t } = useTranslation('keys')
  return (
    <>
      <SecretField
        label={t('newPassphrase')}
        autoFocus={autoFocus}
        value={draft.passphrase}
        error={draft.errors.passphrase}
        onChange={(event) => onChange({ ...draft, passphrase: event.target.value, errors: {} })}
      />
      <StrengthAdvice passphrase={draft.passphrase} />
      <SecretField
        label={t('newPassphraseAgain')}
        value={draft.repeated}
        error={draft.errors.repeated}
        onChange={(event) => onChange({ ...draft, repeated: event.target.value, errors: {} })}
      />
    </>
  )
}
