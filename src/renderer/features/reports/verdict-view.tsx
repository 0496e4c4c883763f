import type { Verdict } from '#shared/contract/verdict.ts'
import { Icon, type IconName } from '#renderer/ui/icon.tsx'
import { VerdictSignatures } from './verdict-signatures.tsx'
import { assessmentFinding, changesFinding, identityFinding, integrityFinding, type Finding, type Tone } from './verdict-words.ts'

const toneIcons: Record<Tone, IconName> = { good: 'check', warning: 'warning', bad: 'stop', neutral: 'info' }

/** Three separate answers and the recomputation: four lines, each with its own verdict, and never one that stands for all. */
export function VerdictView({ verdict }: { readonly verdict: Verdict }) {
  return (
    <section className="verdict" aria-label="What the check found">
      <ol className="findings">
        <FindingLine finding={integrityFinding(verdict)} />
        <FindingLine finding={changesFinding(verdict)} />
        <FindingLine finding={identityFinding(verdict)} />
        <FindingLine finding={assessmentFinding(verdict)} />
      </ol>
      <VerdictSignatures verdict={verdict} />
      <dl className="facts">
        <Fact term="Certificate serial" value={verdict.identity.certificateSerial} />
        <Fact
          term="Certificate fingerprint (SHA-256)"
          value={verdict.identity.certificateSha256 === null ? null : verdict.identity.certificateSha256.replace(/(.{4})(?=.)/g, '$1 ')}
        />
        <Fact term="Signature format" value={verdict.format} />
        <Fact
          term="Attached"
          value={
            verdict.attachments.length === 0
              ? null
              : verdict.attachments.map((file) => `${file.name} (${Math.ceil(file.sizeBytes / 1024)} KB)`).join(', ')
          }
        />
      </dl>
    </section>
  )
}

function FindingLine({ finding }: { readonly finding: Finding }) {
  return (
    <li className={`finding finding-${finding.tone}`}>
      <span className="finding-icon">
        <Icon name={toneIcons[finding.tone]} size={20} />
      </span>
      <div>
        <h3>{finding.question}</h3>
        <p>{finding.answer}</p>
        {finding.reasons.length === 0 ? null : (
          <ul>
            {finding.reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        )}
      </div>
    </li>
  )
}

function Fact({ term, value }: { readonly term: string; readonly value: string | null }) {
  if (value === null) return null
  return (
    <div>
      <dt>{term}</dt>
      <dd>{value}</dd>
    </div>
  )
}
