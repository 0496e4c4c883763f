// What is to be done after an assessment as an OSCAL plan of action and milestones (POA&M).
import { backMatter, metadata, observation, oscalFindings, type OscalSource, risk, uuidIn } from './parts.ts'

/** OSCAL 1.1 plan-of-action-and-milestones; null when there is no finding, because OSCAL knows no empty plan. The same input gives the same file. */
export function planOfAction(source: OscalSource): unknown {
  const { document, words } = source
  const findings = oscalFindings(source)
  if (findings.length === 0) return null
  return {
    'plan-of-action-and-milestones': {
      uuid: uuidIn(source, 'plan of action'),
      metadata: metadata(source, words.oscal.planTitle.replace('{thirdParty}', document.thirdParty.legalName.trim())),
      'system-id': { 'identifier-type': 'http://ietf.org/rfc/rfc4122', id: document.thirdParty.id },
      observations: findings.map((finding) => observation(finding, source)),
      risks: findings.map((finding) => risk(finding, source)),
      'poam-items': findings.map((finding) => ({
        uuid: uuidIn(source, `item ${finding.riskUuid}`),
        title: finding.row.finding.trim() === '' ? finding.target : finding.row.finding.trim(),
        description: [finding.row.action, finding.row.firstStep, words.oscal.satisfiedNot].find((text) => text.trim() !== '')?.trim(),
        'related-observations': [{ 'observation-uuid': finding.observationUuid }],
        'related-risks': [{ 'risk-uuid': finding.riskUuid }],
      })),
      'back-matter': backMatter(source),
    },
  }
}
