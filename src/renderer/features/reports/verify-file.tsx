import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Verdict } from '#shared/contract/verdict.ts'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { CountersignFile } from './countersign-file.tsx'
import { VerdictView } from './verdict-view.tsx'

type Checked = { readonly label: string; readonly handle: string; readonly verdict: Verdict }

/** Checks any PDF that a person chooses, with or without an open vault. */
export function VerifyFile() {
  const { t } = useTranslation(['verdict', 'signatures'])
  const choose = useCommand('verify.choose')
  const verify = useCommand('verify.file')
  const [checked, setChecked] = useState<Checked | null>(null)
  const [savedAs, setSavedAs] = useState<string | null>(null)
  const fault = choose.fault ?? verify.fault

  const run = async () => {
    verify.forget()
    const chosen = await choose.run({})
    if (!chosen.ok || chosen.value.handle === null) return
    setChecked(null)
    setSavedAs(null)
    const { handle, label } = chosen.value
    const outcome = await verify.run({ handle })
    if (outcome.ok) setChecked({ label, handle, verdict: outcome.value.verdict })
  }
  const button = (
    <Button look="primary" isBusy={choose.isRunning || verify.isRunning} onClick={() => void run()}>
      {verify.isRunning ? t('check.checking') : checked === null ? t('check.choose') : t('check.chooseAnother')}
    </Button>
  )
  return (
    <>
      {fault === null ? null : <Refusal words={wordsFor(fault)} />}
      {checked === null ? (
        <EmptyState title={t('check.empty')} action={button}>
          {t('check.emptyText')}
        </EmptyState>
      ) : (
        <>
          <div className="verify-file">
            <FileHeading key={checked.handle} label={checked.label} />
            {button}
          </div>
          <VerdictView verdict={checked.verdict} />
          {checked.verdict.openFields === 0 || savedAs !== null ? null : (
            <CountersignFile
              handle={checked.handle}
              label={checked.label}
              openFields={checked.verdict.openFields}
              onSigned={(label, verdict) => {
                setSavedAs(label)
                setChecked({ ...checked, label, verdict })
              }}
            />
          )}
          <div role="status">
            {savedAs === null ? null : (
              <Notice tone="good" title={t('signatures:countersigned', { label: savedAs })}>
                {t('signatures:countersignedText')}
              </Notice>
            )}
          </div>
        </>
      )}
    </>
  )
}

/** The button that was pressed is gone or elsewhere; what was found begins here, and so does the focus. */
function FileHeading({ label }: { readonly label: string }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <h2 ref={heading} tabIndex={-1}>
      {label}
    </h2>
  )
}
