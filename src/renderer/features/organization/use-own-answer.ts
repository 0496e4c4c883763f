// One own answer on the screen: what is chosen shows at once, and each change is saved in its turn on what the one before left.
import { useState } from 'react'
import type { AnswerInput, AnswerValue } from '#shared/domain/answer.ts'
import type { QuestionId } from '#shared/domain/ids.ts'
import type { OrganizationAnswer } from '#shared/domain/organization-answer.ts'
import { type Command, useCommand } from '#renderer/bridge/use-command.ts'
import { useRevised } from '#renderer/bridge/use-revised.ts'
import { useGivingWay, useUnsavedForm } from '#renderer/ui/unsaved-forms.ts'
import { refreshedByAnswers } from './refreshed.ts'

/** What an answer rests on. */
type OwnDetailsDraft = Pick<OrganizationAnswer, 'note' | 'evidenceGrade'>

/** The answer under its revision; null before the first one, and once it was taken back. */
interface Known {
  readonly revision: number
  readonly answer: OrganizationAnswer | null
}

function knownOf(answer: OrganizationAnswer | null): Known {
  return { revision: answer?.revision ?? 0, answer }
}

function inputOf({
  revision: _revision,
  savedAt: _savedAt,
  answeredOn: _day,
  meaning: _meaning,
  ...input
}: OrganizationAnswer): AnswerInput {
  return input
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

type Put = (save: (now: Known) => Promise<Known | null>) => Promise<Known | null>

/** Takes the answer back, and gives it again as it stood: with its note and its day. */
function useTakingBack(questionId: QuestionId, { put, save }: { readonly put: Put; readonly save: Command<'organization.answer'> }) {
  const clear = useCommand('organization.clearAnswer', refreshedByAnswers)
  const [takenBack, setTakenBack] = useState<OrganizationAnswer | null>(null)
  const takeBack = () =>
    put(async ({ revision, answer: standing }) => {
      if (standing === null || !(await clear.run({ questionId, baseRevision: revision })).ok) return null
      setTakenBack(standing)
      // Taking it back is a revision, too.
      return { revision: revision + 1, answer: null }
    })
  const putBack = () =>
    put(async ({ answer: standing }) => {
      if (standing !== null || takenBack === null) return null
      const outcome = await save.run({ baseRevision: 0, answer: inputOf(takenBack), isPutBack: true })
      if (!outcome.ok) return null
      setTakenBack(null)
      return knownOf(outcome.value.answer)
    })
  return { clear, takeBack, putBack: takenBack === null ? null : () => void putBack(), forget: () => setTakenBack(null) }
}

export function useOwnAnswer(questionId: QuestionId, read: OrganizationAnswer | null) {
  const save = useCommand('organization.answer', refreshedByAnswers)
  const { now, put } = useRevised<Known>()(knownOf(read))
  const { answer } = now
  const [chosen, setChosen] = useState<{ readonly value: AnswerValue } | null>(null)
  const { clear, takeBack, putBack, forget } = useTakingBack(questionId, { put, save })
  const { draft, setDraft, details, isChanged, giveWay } = useDetails(answer)

  const keep = (value?: AnswerValue) =>
    put(async ({ answer: standing }) => {
      const given = { questionId, value: { kind: 'unknown' }, note: '', evidenceGrade: 'U', evidenceExpiresOn: null } as const
      const before = standing === null ? given : inputOf(standing)
      const baseRevision = standing?.revision ?? 0
      const outcome = await save.run({ baseRevision, answer: { ...before, ...draft, ...(value === undefined ? {} : { value }) } })
      if (!outcome.ok) return null
      // What was typed since is not saved yet.
      setDraft((typed) => (typed === draft ? null : typed))
      forget()
      return knownOf(outcome.value.answer)
    })
  const choose = async (value: AnswerValue) => {
    const mine = { value }
    setChosen(mine)
    await keep(value)
    setChosen((last) => (last === mine ? null : last))
  }
  const leaveDraft = async () => {
    if ((await takeBack()) !== null) setDraft(null)
  }
  return {
    /** The newest that is known: it may be newer than what was read. */
    answer,
    value: chosen?.value ?? answer?.value ?? null,
    details,
    isChanged,
    setDetails: (changed: Partial<OwnDetailsDraft>) => setDraft({ ...details, ...changed }),
    saveDetails: () => void keep(),
    choose: (value: AnswerValue) => void choose(value),
    takeBack: () => giveWay(() => void leaveDraft()),
    /** Null while nothing was taken back. */
    putBack: answer === null ? putBack : null,
    isSaving: save.isRunning,
    isTakingBack: clear.isRunning,
    fault: save.fault ?? clear.fault,
  }
}
