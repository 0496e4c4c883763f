import { useTranslation } from 'react-i18next'
import { VerifyFile } from '#renderer/features/reports/verify-file.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'

export function VerifyScreen() {
  return (
    <div className="page page-narrow">
      <VerifyBody />
    </div>
  )
}

/** The same check for somebody who has no vault, or does not want to open one. */
export function VerifyWithoutVault({ onBack }: { readonly onBack: () => void }) {
  const { t } = useTranslation('verdict')
  return (
    <main className="page page-narrow">
      <Button look="quiet" onClick={onBack}>
        <Icon name="back" /> {t('check.back')}
      </Button>
      <VerifyBody />
    </main>
  )
}

function VerifyBody() {
  const { t } = useTranslation('verdict')
  return (
    <>
      <PageHead title={t('check.title')} lead={t('check.lead')} />
      <VerifyFile />
    </>
  )
}
