import { useTranslation } from 'react-i18next'
import type { StepDone } from './session/undo-steps.ts'

/** A step that was taken back or done again, or one that the vault refused. */
export type UndoNews = (Pick<StepDone, 'questionId' | 'what' | 'direction'> & { readonly isDone: boolean }) | null

/** Says what was taken back or done again; read out, and shown until the next step. */
export function UndoLine({ news }: { readonly news: UndoNews }) {
  const { t } = useTranslation('answering')
  return (
    <p className={news === null ? 'undo-line' : 'undo-line undo-line-shown'} role="status">
      {news === null ? '' : sentence()}
    </p>
  )

  function sentence(): string {
    if (news === null) return ''
    const what = t(`undo.${news.what}`, { id: news.questionId })
    if (!news.isDone) return t('undo.failed', { what })
    return news.direction === 'undo' ? t('undo.undone', { what }) : t('undo.redone', { what })
  }
}
