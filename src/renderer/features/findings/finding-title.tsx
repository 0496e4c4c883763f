import { useTranslation } from 'react-i18next'
import type { FindingLine } from '#shared/contract/findings.ts'
import { findingCode } from './finding-place.ts'
import { Pressure } from './plan-state.tsx'

/** What was found: its id or kind, its words, and how pressing it is. */
export function FindingTitle({ line }: { readonly line: Pick<FindingLine, 'finding' | 'title' | 'floor' | 'isFloorOpen' | 'tier'> }) {
  const { t } = useTranslation('findings')
  const { finding, title } = line
  const code = findingCode(finding)
  return (
    <span className="finding-title">
      <span className="finding-marks">
        {code === null ? null : <span className="code">{code}</span>}
        {finding.kind === 'condition' || finding.kind === 'manual' ? <span className="chip">{t(`kinds.${finding.kind}`)}</span> : null}
        <Pressure line={line} />
      </span>
      <span>{title}</span>
    </span>
  )
}
