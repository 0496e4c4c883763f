import { useTranslation } from 'react-i18next'
import type { Screening } from '#shared/domain/assessment-screening.ts'
import type { QuestionId } from '#shared/domain/ids.ts'
import type { ThirdPartyId } from '#shared/domain/ids.ts'
import type { Pack } from '#shared/domain/pack.ts'
import { TierBadge, tierWords } from '#renderer/ui/tier-badge.tsx'
import { ScreeningPart } from '../screening/screening-part.tsx'
import { useResult } from '../session/use-session.ts'
import { AskFirstList } from './ask-first-list.tsx'
import { ConfidencePart } from './confidence-part.tsx'
import { DomainGaps } from './domain-gaps.tsx'
import { FindingsPart } from './findings-part.tsx'
import { FlagList } from './flag-list.tsx'
import { InherentPart } from './inherent-part.tsx'
import { driverSentence } from './result-words.ts'
import { VectorPart } from './vector-part.tsx'

interface ResultRailProps {
  readonly pack: Pack
  readonly thirdPartyId: ThirdPartyId
  readonly screening: Screening | null
  readonly isReadOnly: boolean
  readonly onGo: (questionId: QuestionId) => void
  readonly onScreening: () => void
}

/** The live result. Every number opens into the answers that made it. */
export function ResultRail({ pack, thirdPartyId, screening, isReadOnly, onGo, onScreening }: ResultRailProps) {
  const { t } = useTranslation('result')
  const result = useResult()
  const { best, worst } = result.tier
  return (
    <aside className="rail" id="live-result" aria-label={t('label')} tabIndex={-1}>
      <section className="rail-verdict" aria-live="polite" aria-atomic="true">
        <h2>{t('title')}</h2>
        <p className="rail-tier">
          {result.answeredCount === 0 ? (
            <span className="tier-none">{t('notAssessed')}</span>
          ) : (
            <TierBadge tier={worst} isLarge isUnconfirmed={result.isUnconfirmed} />
          )}
        </p>
        <p className="rail-range">
          {t(best === worst ? 'range.same' : 'range.between', { worst: tierWords[worst], best: tierWords[best] })}
        </p>
        <p className="rail-driver">{driverSentence(result, pack)}</p>
      </section>
      <FlagList flags={result.flags} clearFlags={result.clearFlags} onGo={onGo} />
      <DomainGaps result={result} pack={pack} onGo={onGo} />
      <InherentPart result={result} pack={pack} onGo={onGo} />
      <AskFirstList result={result} pack={pack} onGo={onGo} />
      <FindingsPart result={result} />
      <ConfidencePart result={result} />
      <ScreeningPart thirdPartyId={thirdPartyId} stored={screening} isReadOnly={isReadOnly} onLook={onScreening} />
      <VectorPart result={result} />
    </aside>
  )
}
