// One own answer on the screen: what is chosen shows at once, and each change is saved in its turn on what the one before left.
import { useEffect, useRef, useState } from 'react'
import type { AnswerValue } from '#shared/domain/answer.ts'
import type { QuestionId } from '#shared/domain/ids.ts'
import type { OrganizationAnswer } from '#shared/domain/organization-answer.ts'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { useTurns } from '#renderer/bridge/use-turns.ts'
import { useGivingWay, useUnsavedForm } from '#renderer/ui/unsaved-forms.ts'
import { refreshedByAnswers } from './refreshed.ts'

/** What an answer rests on. */
type OwnDetailsDraft = Pick<OrganizationAnswer, 'note' | 'evidenceGrade'>

interface Chosen {
  readonly value: AnswerValue
  /** Null until it is saved. */
  readonly revision: number | null
}

/** The answer as far as this page knows: what it saved itself may be newer than what it read. */
function useKnown(answer: OrganizationAnswer | null) {
  const known = useRef(answer)
  useEffect(() => {
    const isOlder = answer !== null && known.current !== null && answer.revision < known.current.revision
    if (!isOlder) known.current = answer
  }, [answer])
  return known
}

/** What is typed beside the answer, until it is saved. */
function useDetails(answer: OrganizationAnswer | null) {
  const [draft, setDraft] = useState<OwnDetailsDraft | null>(null)
  const stored = { note: answer?.note ?? '', evidenceGrade: answer?.evidenceGrade ?? 'U' }
  const details = draft ?? stored
  const isChanged = details.note !== stored.note || details.evidenceGrade !== stored.evidenceGrade
  const { place, giveWay } = useGivingWay()
  useUnsavedForm(isChanged, place)
  return { draft, setDraft, details, isChanged, giveWay }
}

export function useOwnAnswer(questionId: QuestionId, answer: OrganizationAnswer | null) {
  const save = useCommand('organization.answer', refreshedByAnswers)
  const clear = useCommand('organization.clearAnswer', refreshedByAnswers)
  const inTurn = useTurns()
  const known = useKnown(answer)
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const { draft, setDraft, details, isChanged, giveWay } = useDetails(answer)

  const put = (value?: AnswerValue) =>
    inTurn(async () => {
      const { revision = 0, savedAt: _savedAt, answeredOn: _day, meaning: _meaning, ...before } = known.current ?? {}
      const given = { value: { kind: 'unknown' }, note: '', evidenceGrade: 'U', evidenceExpiresOn: null, ...before, ...draft } as const
      const outcome = await save.run({
        baseRevision: revision,
        answer: { ...given, questionId, ...(value === undefined ? {} : { value }) },
      })
      if (!outcome.ok) return null
      known.current = outcome.value.answer
      // What was typed since is not saved yet.
      setDraft((now) => (now === draft ? null : now))
      return outcome.value.answer.revision
    })
  const choose = async (value: AnswerValue) => {
    const mine: Chosen = { value, revision: null }
    setChosen(mine)
    const revision = await put(value)
    setChosen((now) => (now === mine ? (revision === null ? null : { value, revision }) : now))
  }
  const takeBack = () =>
    inTurn(async () => {
      if (known.current === null || !(await clear.run({ questionId, baseRevision: known.current.revision })).ok) return
      known.current = null
      setChosen(null)
      setDraft(null)
    })
  const isNewer = chosen !== null && (chosen.revision === null || chosen.revision > (answer?.revision ?? 0))
  return {
    value: isNewer ? chosen.value : (answer?.value ?? null),
    details,
    isChanged,
    setDetails: (changed: Partial<OwnDetailsDraft>) => setDraft({ ...details, ...changed }),
    saveDetails: () => void put(),
    choose: (value: AnswerValue) => void choose(value),
    takeBack: () => giveWay(() => void takeBack()),
    isSaving: save.isRunning,
    isTakingBack: clear.isRunning,
    fault: save.fault ?? clear.fault,
  }
}
