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
  return (
    <main className="page page-narrow">
      <Button look="quiet" onClick={onBack}>
        <Icon name="back" /> Back
      </Button>
      <VerifyBody />
    </main>
  )
}

function VerifyBody() {
  return (
    <>
      <PageHead
        title="Check a signed report"
        lead="Separate answers: is it intact, was anything added, who signed it, and does its result follow from its answers. None speaks for the others."
      />
      <VerifyFile />
    </>
  )
}
