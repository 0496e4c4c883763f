import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { KeptReview } from '#shared/contract/reviews.ts'
import type { AssessmentId } from '#shared/domain/ids.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { clockText, dayText } from '#renderer/ui/numbers.ts'
import { useFocusNext } from '#renderer/ui/use-focus-next.ts'
import { ReviewForm } from './review-form.tsx'

interface ReviewPartProps {
  readonly assessmentId: AssessmentId
  readonly reviews: readonly KeptReview[]
  readonly decidedBy: string
}

/** What second persons said so far, and room for another. */
export function ReviewPart({ assessmentId, reviews, decidedBy }: ReviewPartProps) {
  const { t } = useTranslation('deciding')
  const [isAdding, setIsAdding] = useState(false)
  const { box, focusNext } = useFocusNext<HTMLDivElement>()
  const end = () => {
    focusNext('[data-add]')
    setIsAdding(false)
  }
  return (
    <div className="reviews" ref={box}>
      <p className="field-hint">{t('review.lead')}</p>
      <ReviewList reviews={reviews} />
      {isAdding ? (
        <ReviewForm assessmentId={assessmentId} decidedBy={decidedBy} onKept={end} onCancel={end} />
      ) : (
        <div className="form-actions">
          <Button
            changes
            isSmall
            data-add=""
            onClick={() => {
              focusNext('input')
              setIsAdding(true)
            }}
          >
            <Icon name="plus" /> {t(reviews.length === 0 ? 'review.add' : 'review.again')}
          </Button>
        </div>
      )}
    </div>
  )
}

/** What second persons said, the oldest first. */
export function ReviewList({ reviews }: { readonly reviews: readonly KeptReview[] }) {
  const { t } = useTranslation('deciding')
  if (reviews.length === 0) return <p className="review-none">{t('review.none')}</p>
  return (
    <ul className="review-list">
      {reviews.map((review) => (
        <li key={review.reviewedAt} className="review">
          <p>
            <strong className={`review-verdict review-verdict-${review.verdict}`}>
              <Icon name={review.verdict === 'agrees' ? 'check' : 'warning'} size={14} /> {t(`review.verdicts.${review.verdict}`)}
            </strong>{' '}
            {review.reviewerRole === '' ? review.reviewerName : t('review.by', { name: review.reviewerName, role: review.reviewerRole })}
            <span className="table-second">
              {dayText(review.reviewedAt)}, {clockText(review.reviewedAt)}
            </span>
          </p>
          {review.note === '' ? null : <p className="review-note">{review.note}</p>}
          {review.isOutdated ? <p className="review-outdated">{t('review.outdated')}</p> : null}
        </li>
      ))}
    </ul>
  )
}
