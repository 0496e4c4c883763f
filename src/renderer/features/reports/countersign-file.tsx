import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Verdict } from '#shared/contract/verdict.ts'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { useQuery } from '#renderer/bridge/use-query.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { CountersignDialog } from './countersign-dialog.tsx'

interface CountersignFileProps {
  readonly handle: string
  readonly label: string
  readonly openFields: number
  readonly onSigned: (label: string, verdict: Verdict) => void
}

/** Signs in the next prepared place of a file that somebody else sent; the result is another file. */
export function CountersignFile({ handle, label, openFields, onSigned }: CountersignFileProps) {
  const { t } = useTranslation('signatures')
  const vault = useQuery('vault.state', {})
  const choose = useCommand('signers.chooseCopy')
  const sign = useCommand('verify.countersignFile')
  const [isAsking, setIsAsking] = useState(false)
  const isOpen = vault.state === 'ready' && vault.value.vault !== null
  return (
    <Notice
      tone="info"
      title={t('countersignText', { count: openFields })}
      actions={
        isOpen ? (
          <Button changes onClick={() => setIsAsking(true)}>
            {t('countersign')}
          </Button>
        ) : undefined
      }
    >
      {isOpen ? null : <p>{t('countersignLocked')}</p>}
      {choose.fault === null ? null : <Refusal words={wordsFor(choose.fault)} />}
      {isAsking ? (
        <CountersignDialog
          isOpen
          isRunning={choose.isRunning || sign.isRunning}
          fault={sign.fault}
          onClose={() => setIsAsking(false)}
          onSign={async (wish) => {
            const chosen = await choose.run({
              kind: 'countersigned',
              fileName: t('suffix', { name: label.replace(/\.pdf$/i, '').slice(0, 150) }),
            })
            if (!chosen.ok || chosen.value.handle === null) return
            const outcome = await sign.run({ handle, copyHandle: chosen.value.handle, ...wish })
            if (outcome.ok) onSigned(chosen.value.label, outcome.value.verdict)
          }}
        />
      ) : null}
    </Notice>
  )
}
