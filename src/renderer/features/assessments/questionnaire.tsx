import { useEffect, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { AssessmentDetail } from '#shared/contract/assessments.ts'
import type { QuestionId } from '#shared/domain/ids.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { FormPlace, useGivingWay } from '#renderer/ui/unsaved-forms.ts'
import { BesideContext, useNewBeside } from './beside/beside.ts'
import { CommentsAside } from './beside/comments-aside.tsx'
import { CardActionsContext, type CardActions } from './card-actions.ts'
import { DeskContext, useNewDesk } from './desk.ts'
import { QuestionList } from './question-list.tsx'
import { runKey, takeStep } from './run-key.ts'
import { useStepWishes } from './step-wishes.ts'
import { ResultRail } from './rail/result-rail.tsx'
import { SectionNav } from './section-nav.tsx'
import { FilterBar, NothingMatches } from './filter-bar.tsx'
import { orderOf, sectionsOf } from './sections.ts'
import type { StepDone } from './session/undo-steps.ts'
import { useResult, useSession } from './session/use-session.ts'
import { ShortcutsDialog } from './shortcuts-dialog.tsx'
import { UndoLine, type UndoNews } from './undo-line.tsx'
import { useQuestionFilter } from './use-question-filter.ts'
import { useQuestionKeys } from './use-question-keys.ts'
import { useQuestionnairePlace } from './use-questionnaire-place.ts'

interface QuestionnaireProps {
  readonly detail: AssessmentDetail
  readonly startAt: QuestionId | undefined
  readonly isReadOnly: boolean
  /** Told at which question the person is. */
  readonly onPlace: (id: QuestionId) => void
  readonly onFinish: () => void
  /** Goes to the possible matches of the third party. */
  readonly onScreening: () => void
  /** What stands above; it may bring the person to a question. */
  readonly renderHead: (goTo: (id: QuestionId) => void, showKeys: () => void) => ReactNode
}

/** Sections on the left, questions in the middle, the live result on the right. */
export function Questionnaire({ detail, startAt, isReadOnly, onPlace, onFinish, onScreening, renderHead }: QuestionnaireProps) {
  const { t } = useTranslation('questionnaire')
  const { pack } = detail
  const session = useSession()
  const shown = useResult().shown
  const all = useMemo(() => sectionsOf(pack, shown), [pack, shown])
  const filtered = useQuestionFilter(all)
  const beside = useNewBeside(detail.assessment.id, isReadOnly)
  const { place: forms, giveWay: ask } = useGivingWay()
  const giveWay = (next: () => void) =>
    ask(() => {
      beside.commentDrafts.dropOpen()
      next()
    })
  const { sections } = filtered
  const order = useMemo(() => orderOf(pack), [pack])
  const place = useQuestionnairePlace(sections, {
    startAt,
    isAnswered: (id) => session.viewOf(id).draft !== null,
    order,
    all,
    onOutside: () => filtered.choose('all'),
    giveWay,
  })
  const desk = useNewDesk(detail, place.goTo)
  const [cards] = useState<CardActions>(() => new Map())
  const [isHelpOpen, setIsHelpOpen] = useState(false)
  const [news, setNews] = useState<UndoNews>(null)
  const tell = (step: StepDone) => {
    void step.done.then((isDone) => setNews({ ...step, isDone }))
  }

  const { currentId } = place
  useEffect(() => {
    if (currentId !== null) onPlace(currentId)
  }, [currentId, onPlace])
  const current = pack.questions.find((question) => question.id === currentId)
  useQuestionKeys(current, (action) =>
    runKey(action, { place, session, cards, current, isReadOnly, openShortcuts: () => setIsHelpOpen(true), tell }),
  )
  useStepWishes((wish) => {
    if (!isReadOnly) takeStep(wish, { session, place, tell })
  })
  if (all.length === 0) return <EmptyState title={t('none')}>{t('noneNext')}</EmptyState>
  return (
    <DeskContext.Provider value={desk}>
      <CardActionsContext.Provider value={cards}>
        <BesideContext.Provider value={beside}>
          {renderHead(place.goTo, () => setIsHelpOpen(true))}
          <div className="questionnaire">
            <SectionNav sections={sections} current={place.section} onChoose={place.openSection} />
            {place.section === null ? (
              <NothingMatches filtered={filtered} />
            ) : (
              <FormPlace value={forms}>
                <QuestionList
                  filters={<FilterBar filtered={{ ...filtered, choose: (filter) => giveWay(() => filtered.choose(filter)) }} />}
                  section={place.section}
                  next={place.next}
                  pack={pack}
                  currentId={currentId}
                  isReadOnly={isReadOnly}
                  onCurrent={place.setCurrent}
                  onNext={() => place.moveSection(1)}
                  onFinish={onFinish}
                />
              </FormPlace>
            )}
            <ResultRail
              pack={pack}
              thirdPartyId={detail.thirdParty.id}
              screening={detail.screening}
              isReadOnly={isReadOnly}
              onGo={place.goTo}
              onScreening={onScreening}
            />
          </div>
          <UndoLine news={news} />
          <CommentsAside />
          <ShortcutsDialog isOpen={isHelpOpen} onClose={() => setIsHelpOpen(false)} />
        </BesideContext.Provider>
      </CardActionsContext.Provider>
    </DeskContext.Provider>
  )
}
