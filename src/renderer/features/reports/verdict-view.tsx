import { useTranslation } from 'react-i18next'
import type { Verdict } from '#shared/contract/verdict.ts'
import { inPageLanguage } from '#renderer/i18n/said.ts'
import { Icon, type IconName } from '#renderer/ui/icon.tsx'
import { sizeText } from '#renderer/ui/size-text.ts'
import { VerdictSignatures } from './verdict-signatures.tsx'
import {
  changesFinding,
  contentFinding,
  identityFinding,
  integrityFinding,
  originFinding,
  pagesFinding,
  type Finding,
  type Tone,
} from './verdict-words.ts'

const toneIcons: Record<Tone, IconName> = { good: 'check', warning: 'warning', bad: 'stop', neutral: 'info' }

/** Separate answers, each a line with its own verdict, and never one that stands for all. */
export function VerdictView({ verdict }: { readonly verdict: Verdict }) {
  const { t } = useTranslation('verdict')
  const { certificateSerial, certificateSha256 } = verdict.identity
  const findings = [
    integrityFinding(verdict),
    changesFinding(verdict),
    identityFinding(verdict),
    contentFinding(verdict),
    pagesFinding(verdict),
    originFinding(verdict),
  ].filter((finding) => finding !== null)
  const files = verdict.attachments.map(({ name, sizeBytes }) => t('attachedFile', { name, size: sizeText(sizeBytes) }))
  return (
    <section className="verdict" aria-label={t('label')}>
      <ol className="findings">
        {findings.map((finding) => (
          <FindingLine key={finding.question} finding={finding} />
        ))}
      </ol>
      <VerdictSignatures verdict={verdict} />
      <dl className="facts">
        <Fact term={t('serial')} value={certificateSerial} />
        <Fact term={t('fingerprint')} value={certificateSha256 === null ? null : certificateSha256.replace(/(.{4})(?=.)/g, '$1 ')} />
        <Fact term={t('format')} value={verdict.format} />
        <Fact term={t('attached')} value={files.length === 0 ? null : files.join(', ')} />
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
              <li key={reason}>{inPageLanguage(reason)}</li>
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
