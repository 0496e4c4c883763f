import { useTranslation } from 'react-i18next'
import { useQuery } from '#renderer/bridge/use-query.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { Waiting } from '#renderer/ui/waiting.tsx'
import { LogoField } from './logo-field.tsx'
import { LookForm } from './look-form.tsx'

/** How reports look that are signed from now on: paper, colour, who makes them, and a logo. */
export function LookSection() {
  const { t } = useTranslation('reports')
  const query = useQuery('reports.readLook', {})
  if (query.state === 'loading') return <Waiting what={t('look.reading')} />
  if (query.state === 'failed')
    return <Refusal words={wordsFor(query.fault)} actions={<Button onClick={query.reload}>{t('tryAgain')}</Button>} />
  const { look, logo } = query.value
  return (
    <>
      <LookForm look={look} />
      <LogoField logo={logo} />
    </>
  )
}
