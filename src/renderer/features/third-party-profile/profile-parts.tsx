import { useTranslation } from 'react-i18next'
import type { ThirdPartyId } from '#shared/domain/ids.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { Waiting } from '#renderer/ui/waiting.tsx'
import { ContactsPart } from './contacts-part.tsx'
import { NamesPart } from './names-part.tsx'
import { NumbersPart } from './numbers-part.tsx'
import { PlacesPart } from './places-part.tsx'
import { UndoLine } from './undo-line.tsx'
import { useProfile } from './use-profile.ts'

/** What is known of a third party besides its name and registration. Each change is saved at once. */
export function ProfileParts({ id }: { readonly id: ThirdPartyId }) {
  const { t } = useTranslation('third-party-profile')
  const { query, onScreen } = useProfile(id)
  if (query.state === 'failed')
    return <Refusal words={wordsFor(query.fault)} actions={<Button onClick={query.reload}>{t('tryAgain')}</Button>} />
  if (onScreen === null) return <Waiting what={t('reading')} />
  return (
    <>
      <UndoLine removal={onScreen.removal} onUndo={() => void onScreen.undo()} />
      {onScreen.fault === null ? null : <Refusal words={wordsFor(onScreen.fault)} />}
      <section className="part" aria-label={t('numbersTitle')}>
        <h2>{t('numbersTitle')}</h2>
        <NumbersPart {...onScreen} />
        <NamesPart {...onScreen} />
      </section>
      <section className="part" aria-label={t('placesTitle')}>
        <h2>{t('placesTitle')}</h2>
        <PlacesPart {...onScreen} />
      </section>
      <section className="part" aria-label={t('peopleTitle')}>
        <h2>{t('peopleTitle')}</h2>
        <ContactsPart {...onScreen} />
      </section>
    </>
  )
}
