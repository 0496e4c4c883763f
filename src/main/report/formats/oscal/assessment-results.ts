// A signed assessment as OSCAL assessment results, for tools of governance, risk and compliance.
import { backMatter, metadata, observation, oscalFindings, type OscalSource, reviewedControls, risk, uuidIn } from './parts.ts'

/** OSCAL 1.1 assessment-results: one result, its findings each with an observation and a risk. The same input gives the same file. */
export function assessmentResults(source: OscalSource): unknown {
  const { document, words } = source
  const title = words.oscal.resultsTitle.replace('{thirdParty}', document.thirdParty.legalName.trim())
  const findings = oscalFindings(source)
  const parts = {
    observations: findings.map((finding) => observation(finding, source)),
    risks: findings.map((finding) => risk(finding, source)),
    findings: findings.map((finding) => ({
      uuid: uuidIn(source, `finding ${finding.riskUuid}`),
      title: finding.row.finding.trim() === '' ? finding.target : finding.row.finding.trim(),
      description: words.oscal.satisfiedNot,
      target: { type: 'objective-id', 'target-id': finding.target, status: { state: 'not-satisfied' } },
      'related-observations': [{ 'observation-uuid': finding.observationUuid }],
      'related-risks': [{ 'risk-uuid': finding.riskUuid }],
    })),
  }
  return {
    'assessment-results': {
      uuid: uuidIn(source, 'assessment results'),
      metadata: metadata(source, title),
      'import-ap': { href: `#${uuidIn(source, 'pack')}` },
      results: [
        {
          uuid: uuidIn(source, 'result'),
          title,
          description: words.oscal.assessed,
          start: document.startedAt,
          end: document.signedAt,
          'reviewed-controls': reviewedControls(source),
          // OSCAL allows a list that is absent, none that is empty.
          ...(findings.length === 0 ? {} : parts),
        },
      ],
      'back-matter': backMatter(source),
    },
  }
}
