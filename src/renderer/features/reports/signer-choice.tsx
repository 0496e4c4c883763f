import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { SignerId } from '#shared/domain/ids.ts'
import type { Signer } from '#shared/domain/signer.ts'
import { useQuery } from '#renderer/bridge/use-query.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ChoiceBar } from '#renderer/ui/choice-bar.tsx'
import { dayText } from '#renderer/ui/numbers.ts'
import { useFocusNext } from '#renderer/ui/use-focus-next.ts'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { Waiting } from '#renderer/ui/waiting.tsx'
import { AddSigner } from './add-signer.tsx'

interface SignerChoiceProps {
  readonly chosen: SignerId | null
  readonly onChoose: (id: SignerId) => void
}

export function SignerChoice({ chosen, onChoose }: SignerChoiceProps) {
  const { t } = useTranslation('signers')
  const query = useQuery('signers.list', {})
  const { box, focusNext } = useFocusNext<HTMLDivElement>()
  const only = query.state === 'ready' && query.value.signers.length === 1 ? query.value.signers[0] : undefined
  useEffect(() => {
    if (only !== undefined && chosen === null) onChoose(only.id)
  }, [only, chosen, onChoose])

  if (query.state === 'loading') return <Waiting what={t('choice.reading')} />
  if (query.state === 'failed')
    return <Refusal words={wordsFor(query.fault)} actions={<Button onClick={query.reload}>{t('choice.tryAgain')}</Button>} />
  const { signers } = query.value
  const made = (signer: Signer) => {
    onChoose(signer.id)
    focusNext('[role="radio"][aria-checked="true"]')
  }
  return (
    <div className="field" ref={box}>
      {signers.length === 0 ? null : (
        <>
          <span className="field-label">{t('choice.label')}</span>
          <ChoiceBar
            label={t('choice.label')}
            layout="column"
            choices={signers.map((signer) => ({
              id: signer.id,
              label: signer.role === '' ? signer.name : t('choice.nameAndRole', { name: signer.name, role: signer.role }),
              detail: t('choice.detail', { day: dayText(signer.validTo), serial: signer.certificateSerial.slice(-8) }),
            }))}
            chosen={chosen}
            onChoose={(id) => {
              const signer = signers.find((one) => one.id === id)
              if (signer !== undefined) onChoose(signer.id)
            }}
          />
        </>
      )}
      <AddSigner hasOthers={signers.length > 0} onMade={made} focusNext={focusNext} />
    </div>
  )
}
