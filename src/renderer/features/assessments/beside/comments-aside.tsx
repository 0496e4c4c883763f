import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#renderer/ui/button.tsx'
import { useUnsavedForm } from '#renderer/ui/unsaved-forms.ts'
import { useBeside } from './beside.ts'

/** Says which comments are typed and not saved, and wait for a question that is not on the screen. Leaving the screen asks first. */
export function CommentsAside() {
  const { t } = useTranslation('answering')
  const { commentDrafts } = useBeside()
  const aside = useSyncExternalStore(commentDrafts.subscribe, commentDrafts.aside)
  useUnsavedForm(aside.length > 0)
  const isShown = aside.length > 0
  return (
    <div className={isShown ? 'comments-aside-shown' : undefined} role="status">
      {isShown ? (
        <>
          <span>{t('comment.aside', { count: aside.length, ids: aside.join(', ') })}</span>
          <Button look="quiet" isSmall onClick={commentDrafts.dropAside}>
            {t('comment.discard')}
          </Button>
        </>
      ) : null}
    </div>
  )
}
