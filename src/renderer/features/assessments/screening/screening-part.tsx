import { useState } from 'react'
import type { Screening } from '#shared/domain/assessment-screening.ts'
import { Button } from '#renderer/ui/button.tsx'
import { screeningSummary } from './screening-words.ts'
import { ScreeningDialog } from './screening-dialog.tsx'

interface ScreeningPartProps {
  readonly stored: Screening | null
  readonly isReadOnly: boolean
}

/** What the check of names against restricted-party lists gave, and the way to enter it. */
export function ScreeningPart({ stored, isReadOnly }: ScreeningPartProps) {
  const [screening, setScreening] = useState(stored)
  const [isOpen, setIsOpen] = useState(false)
  return (
    <section className="rail-part" aria-label="Screening against lists">
      <h3>Screening against lists</h3>
      <p className="rail-quiet">{screeningSummary(screening)}</p>
      {isReadOnly ? null : (
        <p className="rail-line">
          <Button isSmall onClick={() => setIsOpen(true)}>
            {screening === null ? 'Enter what a check gave…' : 'Change…'}
          </Button>
        </p>
      )}
      {isOpen ? (
        <ScreeningDialog
          stored={screening}
          onClose={() => setIsOpen(false)}
          onSaved={(saved) => {
            setScreening(saved)
            setIsOpen(false)
          }}
        />
      ) : null}
    </section>
  )
}
