import { useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import type { QuestionId } from '#shared/domain/ids.ts'
import type { Question } from '#shared/domain/question.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { CheckList } from '#renderer/ui/check-list.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { useDesk } from '../desk.ts'
import { useSession } from '../session/use-session.ts'
import { countedBy, valueWords } from '../value-words.ts'
import { useBeside } from './beside.ts'
import { useCarryOver } from './use-carry-over.ts'

/** The questions of a section that are blank today and were answered before. */
function useOpenBefore(questions: readonly Question[]): readonly Question[] {
  const session = useSession()
  const { previousOf } = useBeside()
  const key = useSyncExternalStore(session.subscribe, () =>
    questions
      .filter(({ id }) => session.viewOf(id).draft === null)
      .map(({ id }) => id)
      .join(' '),
  )
  const open = new Set(key.split(' '))
  return questions.filter(({ id }) => open.has(id) && previousOf(id) !== undefined)
}

/** Takes over at once what is still true of a section, after a look at each answer. */
export function CarryOverSection({ questions }: { readonly questions: readonly Question[] }) {
  const { t } = useTranslation('answering')
  const { isReadOnly } = useBeside()
  const open = useOpenBefore(questions)
  const [isOpen, setIsOpen] = useState(false)
  if (isReadOnly || open.length === 0) return null
  return (
    <div className="carry-over">
      <span>
        <Icon name="clock" size={14} /> {t('carryOver.waiting', { count: open.length })}
      </span>
      <Button isSmall onClick={() => setIsOpen(true)}>
        {t('carryOver.look')}
      </Button>
      {isOpen ? <CarryOverDialog questions={open} onClose={() => setIsOpen(false)} /> : null}
    </div>
  )
}

function CarryOverDialog({ questions, onClose }: { readonly questions: readonly Question[]; readonly onClose: () => void }) {
  const { t } = useTranslation('answering')
  const { previousOf } = useBeside()
  const { jewelNames, questionsById } = useDesk()
  const carry = useCarryOver()
  // The list stays as it was opened while answers come in.
  const [listed] = useState(questions)
  const [checked, setChecked] = useState<readonly string[]>(listed.map(({ id }) => id))
  const chosen: QuestionId[] = listed.map(({ id }) => id).filter((id) => checked.includes(id))
  const take = async () => {
    if (await carry.run(chosen)) onClose()
  }
  return (
    <Dialog
      title={t('carryOver.title')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('carryOver.cancel')}</Button>
          <Button look="primary" isBusy={carry.isRunning} disabled={chosen.length === 0} onClick={() => void take()}>
            {t('carryOver.take', { count: chosen.length })}
          </Button>
        </>
      }
    >
      <p>{t('carryOver.explain')}</p>
      <CheckList
        label={t('carryOver.list')}
        items={listed.map((question) => {
          const previous = previousOf(question.id)
          const names = { question, counted: countedBy(question, questionsById), jewels: jewelNames }
          const answer = previous === undefined ? '' : valueWords(previous.answer.value, names)
          return { id: question.id, label: `${question.id} ${question.text}`, detail: answer }
        })}
        checked={checked}
        onChange={setChecked}
      />
      {carry.fault === null ? null : <Refusal words={wordsFor(carry.fault)} />}
    </Dialog>
  )
}
