import { useTranslation } from 'react-i18next'
import type { AssessmentId } from '#shared/domain/ids.ts'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { useQuery } from '#renderer/bridge/use-query.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'

/** Drafts that do not have the organization's answers yet, or have older ones. Nothing is shown when there is none. */
export function WaitingDrafts({ onOpen }: { readonly onOpen: (id: AssessmentId) => void }) {
  const { t } = useTranslation('organization')
  const query = useQuery('organization.waitingDrafts', {})
  const takeOver = useCommand('organization.takeOver', ['organization.waitingDrafts', 'assessments.list', 'assessments.read'])
  if (query.state !== 'ready' || query.value.drafts.length === 0) return null
  return (
    <section className="part" aria-labelledby="waiting-title">
      <h2 id="waiting-title">{t('waiting')}</h2>
      <p className="part-lead">{t('waitingLead')}</p>
      {takeOver.fault === null ? null : <Refusal words={wordsFor(takeOver.fault)} />}
      <ul className="plain-list">
        {query.value.drafts.map(({ assessmentId, thirdPartyName, relationship, count }) => (
          <li key={assessmentId} className="plain-row">
            <button type="button" className="link" onClick={() => onOpen(assessmentId)}>
              {thirdPartyName}
            </button>
            <span className="table-second">{t(`relationships.${relationship}`)}</span>
            <Button
              changes
              isSmall
              isBusy={takeOver.isRunning}
              aria-label={`${t('takeOver', { count })}: ${thirdPartyName}`}
              onClick={() => void takeOver.run({ assessmentId })}
            >
              {t('takeOver', { count })}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
