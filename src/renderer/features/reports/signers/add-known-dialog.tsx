import { zodResolver } from '@hookform/resolvers/zod'
import { useForm, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { contract } from '#shared/contract/contract.ts'
import type { SeenCertificate } from '#shared/contract/signers.ts'
import type { KnownCertificate } from '#shared/domain/signer.ts'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ChoiceBar } from '#renderer/ui/choice-bar.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { dayText } from '#renderer/ui/numbers.ts'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'

interface AddKnownDialogProps {
  readonly handle: string
  readonly certificate: SeenCertificate
  readonly onClose: () => void
}

const Details = contract['signers.addKnown'].input.pick({ name: true, kind: true })
const kinds = ['person', 'authority'] as const

function usualKind({ isAuthority }: SeenCertificate): KnownCertificate['kind'] {
  return isAuthority ? 'authority' : 'person'
}

/** Shows what a certificate says, and makes it known only when its fingerprint was compared. */
export function AddKnownDialog({ handle, certificate, onClose }: AddKnownDialogProps) {
  const { t } = useTranslation('signers')
  const add = useCommand('signers.addKnown', ['signers.known'])
  const form = useForm({
    resolver: zodResolver(Details),
    defaultValues: { name: certificate.subject.slice(0, 120), kind: usualKind(certificate) },
  })
  const kind = useWatch({ control: form.control, name: 'kind' })
  const submit = form.handleSubmit(async (details) => {
    if ((await add.run({ ...details, handle, sha256: certificate.sha256 })).ok) onClose()
  })
  const facts = [
    [t('known.subject'), [certificate.subject, certificate.organization].filter((part) => part !== '').join(', ')],
    [t('known.issuer'), certificate.isSelfSigned ? t('known.ownIssuer') : certificate.issuer],
    [t('known.valid'), t('known.validText', { from: dayText(certificate.validFrom), to: dayText(certificate.validTo) })],
    [t('known.fingerprint'), certificate.sha256.replace(/(.{4})(?=.)/g, '$1 ')],
  ] as const
  return (
    <Dialog
      title={t('known.compare')}
      kind="alert"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button changes look="primary" isBusy={add.isRunning} onClick={() => void submit()}>
            {t('known.addNow')}
          </Button>
          <Button onClick={onClose}>{t('known.close')}</Button>
        </>
      }
    >
      <p>{t('known.compareText')}</p>
      <dl className="facts">
        {facts.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <TextField label={t('known.name')} error={form.formState.errors.name?.message} {...form.register('name')} />
      {certificate.isAuthority ? (
        <div className="field">
          <span className="field-label">{t('known.kind')}</span>
          <ChoiceBar
            label={t('known.kind')}
            layout="column"
            choices={kinds.map((id) => ({ id, label: t(`known.${id}`) }))}
            chosen={kind}
            onChoose={(id) => form.setValue('kind', id === 'authority' ? 'authority' : 'person')}
          />
        </div>
      ) : null}
      {add.fault === null ? null : <Refusal words={wordsFor(add.fault)} />}
    </Dialog>
  )
}
