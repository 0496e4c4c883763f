import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListedSigner } from '#shared/domain/signer.ts'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { dayText } from '#renderer/ui/numbers.ts'
import { Refusal } from '#renderer/ui/refusal.tsx'

type Done = { readonly title: string; readonly text?: string } | null

/** One signer: whose certificate, until when, and what can be given to clients. */
export function SignerLine({ signer }: { readonly signer: ListedSigner }) {
  const { t } = useTranslation(['signers', 'tokens'])
  const chooseCopy = useCommand('signers.chooseCopy')
  const save = useCommand('signers.saveCopy')
  const chooseFile = useCommand('signers.chooseFile')
  const addList = useCommand('signers.addRevocationList', ['signers.list'])
  const chooseModule = useCommand('tokens.chooseModule')
  const setModule = useCommand('signers.setTokenModule', ['signers.tokenState'])
  const [done, setDone] = useState<Done>(null)
  const { name } = signer
  const fault = chooseCopy.fault ?? save.fault ?? chooseFile.fault ?? addList.fault ?? chooseModule.fault ?? setModule.fault

  const saveAs = async (kind: 'certificate' | 'guide') => {
    setDone(null)
    const fileName = kind === 'certificate' ? `${name}.pem` : `${name}.txt`
    const chosen = await chooseCopy.run({ kind, fileName: fileName.slice(-200) })
    if (!chosen.ok || chosen.value.handle === null) return
    const saved = await save.run({ signerId: signer.id, kind, handle: chosen.value.handle })
    if (saved.ok) setDone({ title: t('saved', { label: chosen.value.label }), text: t('savedText') })
  }
  const addRevocationList = async () => {
    setDone(null)
    const chosen = await chooseFile.run({ kind: 'revocation-list' })
    if (!chosen.ok || chosen.value.handle === null) return
    const added = await addList.run({ signerId: signer.id, handle: chosen.value.handle })
    if (added.ok) setDone({ title: t('listAdded') })
  }
  const moveModule = async () => {
    setDone(null)
    const chosen = await chooseModule.run({})
    if (!chosen.ok || chosen.value.handle === null) return
    const moved = await setModule.run({ signerId: signer.id, handle: chosen.value.handle })
    if (moved.ok) setDone({ title: t('tokens:moduleSet') })
  }
  return (
    <li className="way">
      <span className="way-icon">
        <Icon name="key" size={18} />
      </span>
      <div className="way-text">
        <p className="way-name">{signer.role === '' ? name : `${name}, ${signer.role}`}</p>
        <p className="way-detail">
          <SignerFacts signer={signer} />
        </p>
      </div>
      <div className="way-actions">
        <Button isSmall aria-label={t('saveCertificateOf', { name })} onClick={() => void saveAs('certificate')}>
          {t('saveCertificate')}
        </Button>
        <Button isSmall aria-label={t('saveGuideOf', { name })} onClick={() => void saveAs('guide')}>
          {t('saveGuide')}
        </Button>
        {signer.origin === 'token' ? (
          <Button
            changes
            isSmall
            isBusy={setModule.isRunning}
            aria-label={t('tokens:setModuleOf', { name })}
            onClick={() => void moveModule()}
          >
            {t('tokens:setModule')}
          </Button>
        ) : null}
        {signer.issuerCount === 0 ? null : (
          <Button changes isSmall aria-label={t('addListOf', { name })} onClick={() => void addRevocationList()}>
            {t('addList')}
          </Button>
        )}
      </div>
      <div role="status" className="way-more">
        {done === null ? null : (
          <Notice tone="good" title={done.title}>
            {done.text}
          </Notice>
        )}
      </div>
      {fault === null ? null : <Refusal words={wordsFor(fault)} />}
    </li>
  )
}

function SignerFacts({ signer }: { readonly signer: ListedSigner }) {
  const { t } = useTranslation(['signers', 'tokens'])
  const [openedAt] = useState(() => Date.now())
  const day = dayText(signer.validTo)
  const facts = [
    signer.origin === 'made-here' ? t('madeHere') : t('issuedBy', { issuer: signer.issuer }),
    ...(signer.origin === 'token'
      ? [t('tokens:onToken', { label: signer.tokenLabel === '' ? t('tokens:unnamed') : signer.tokenLabel })]
      : []),
    Date.parse(signer.validTo) < openedAt ? t('expired', { day }) : t('validUntil', { day }),
    t('serial', { serial: signer.certificateSerial.slice(-8) }),
    ...(signer.revocationListCount === 0 ? [] : [t('listCount', { count: signer.revocationListCount })]),
  ]
  return <>{facts.join(' · ')}</>
}
