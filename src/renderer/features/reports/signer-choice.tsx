import { useEffect } from 'react'
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
  const query = useQuery('signers.list', {})
  const { box, focusNext } = useFocusNext<HTMLDivElement>()
  const only = query.state === 'ready' && query.value.signers.length === 1 ? query.value.signers[0] : undefined
  useEffect(() => {
    if (only !== undefined && chosen === null) onChoose(only.id)
  }, [only, chosen, onChoose])

  if (query.state === 'loading') return <Waiting what="Reading the signers…" />
  if (query.state === 'failed') return <Refusal words={wordsFor(query.fault)} actions={<Button onClick={query.reload}>Try again</Button>} />
  const { signers } = query.value
  const made = (signer: Signer) => {
    onChoose(signer.id)
    focusNext('[role="radio"][aria-checked="true"]')
  }
  return (
    <div className="field" ref={box}>
      {signers.length === 0 ? null : (
        <>
          <span className="field-label">Signer</span>
          <ChoiceBar
            label="Signer"
            layout="column"
            choices={signers.map((signer) => ({
              id: signer.id,
              label: signer.role === '' ? signer.name : `${signer.name}, ${signer.role}`,
              detail: `Certificate until ${dayText(signer.validTo)}, serial …${signer.certificateSerial.slice(-8)}`,
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
