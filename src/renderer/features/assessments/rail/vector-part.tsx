import { useRef, useState } from 'react'
import type { Result } from '#shared/scoring/result.ts'
import { Button } from '#renderer/ui/button.tsx'
import { copyShownText } from './copy-shown-text.ts'
import { reassessmentWords } from './finding-words.ts'

/** When to look again, and the result as one line to compare or to file. */
export function VectorPart({ result }: { readonly result: Result }) {
  const line = useRef<HTMLElement>(null)
  const [copied, setCopied] = useState<boolean | null>(null)
  return (
    <>
      <section className="rail-part" aria-label="Next reassessment">
        <h3>Look again by</h3>
        <p>{reassessmentWords(result.nextReassessment, result.asOf)}</p>
      </section>
      <section className="rail-part" aria-label="Result as one line">
        <h3>As one line</h3>
        <code className="vector" ref={line}>
          {result.vector}
        </code>
        <p className="rail-line">
          <Button
            isSmall
            onClick={() => {
              if (line.current !== null) setCopied(copyShownText(line.current))
            }}
          >
            Copy
          </Button>
          <span role="status" className="rail-quiet">
            {copied === null ? '' : copied ? 'Copied.' : 'Selected: press Ctrl+C to copy.'}
          </span>
        </p>
      </section>
    </>
  )
}
