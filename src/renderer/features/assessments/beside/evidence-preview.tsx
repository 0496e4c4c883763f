import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EvidenceFileId } from '#shared/domain/ids.ts'
import { useQuery } from '#renderer/bridge/use-query.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'

/** The pages of a file as pictures that were drawn elsewhere: nothing of the file itself reaches this page. */
export function EvidencePreview({ id, name }: { readonly id: EvidenceFileId; readonly name: string }) {
  const { t } = useTranslation('answering')
  const [page, setPage] = useState(1)
  const drawn = useQuery('evidence.preview', { id, page })
  if (drawn.state === 'failed') return <Refusal words={wordsFor(drawn.fault)} />
  const pageCount = drawn.state === 'ready' ? drawn.value.pageCount : 1
  return (
    <figure className="preview">
      <div className="preview-sheet" aria-busy={drawn.state === 'loading' || drawn.value.page !== page}>
        {drawn.state === 'loading' ? (
          <p className="preview-waiting">{t('preview.drawing')}</p>
        ) : (
          <Drawing png={drawn.value.png} alt={t('preview.alt', { page: drawn.value.page, count: pageCount, name })} />
        )}
      </div>
      {pageCount === 1 ? null : (
        <figcaption className="preview-pages">
          {/* At either end a button stays where the focus is: a disabled one would lose it, and Escape with it. */}
          <Button isSmall aria-disabled={page <= 1} onClick={() => setPage(Math.max(1, page - 1))} aria-label={t('preview.before')}>
            <Icon name="back" />
          </Button>
          <span role="status">{t('preview.page', { page, count: pageCount })}</span>
          <Button
            isSmall
            aria-disabled={page >= pageCount}
            onClick={() => setPage(Math.min(pageCount, page + 1))}
            aria-label={t('preview.after')}
          >
            <Icon name="arrow" />
          </Button>
        </figcaption>
      )}
    </figure>
  )
}

function Drawing({ png, alt }: { readonly png: Uint8Array<ArrayBuffer>; readonly alt: string }) {
  const image = useRef<HTMLImageElement>(null)
  useEffect(() => {
    const address = URL.createObjectURL(new Blob([png], { type: 'image/png' }))
    if (image.current !== null) image.current.src = address
    return () => URL.revokeObjectURL(address)
  }, [png])
  // Dragging the picture out of the window would leave it unencrypted on the desktop.
  return <img ref={image} className="preview-image" alt={alt} draggable={false} />
}
