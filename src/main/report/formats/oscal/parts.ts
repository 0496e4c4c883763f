// What both OSCAL files are made of: who, which report, what was observed and which risk follows (NIST OSCAL 1.1).
import type { Question } from '#shared/domain/question.ts'
import type { Pack } from '#shared/domain/pack.ts'
import { planRows, type PlanRow, type SignedCase } from '../case-sheet.ts'
import { namedUuid } from './named-uuid.ts'

/** Names of our own properties stand in this space. */
const namespace = 'urn:gatehouse:oscal'
const oscalVersion = '1.1.2'

export interface OscalSource extends SignedCase {
  readonly pack: Pack
  /** SHA-256 of the signed PDF. */
  readonly reportSha256: string
  readonly reportFileName: string
}

/** One finding with the names that tie its parts together. */
export interface OscalFinding {
  readonly row: PlanRow
  /** A token: the question's id, or one made from the finding's place. */
  readonly target: string
  readonly observationUuid: string
  readonly riskUuid: string
}

/** OSCAL allows neither an empty string nor a blank at either end. */
const said = (text: string, otherwise: string): string => (text.trim() === '' ? otherwise : text.trim())

/** The value of a property is one line. */
const property = (name: string, value: string) => ({ name, ns: namespace, value: value.trim().replaceAll(/\s*[\n\u2028\u2029]\s*/g, ' ') })

/** Only the properties that say something. */
function properties(pairs: Readonly<Record<string, string>>): { props?: ReturnType<typeof property>[] } {
  const props = Object.entries(pairs)
    .filter(([, value]) => value.trim() !== '')
    .map(([name, value]) => property(name, value))
  return props.length === 0 ? {} : { props }
}

export const uuidIn = ({ document }: OscalSource, name: string): string => namedUuid(document.assessmentId, name)

export function oscalFindings(source: OscalSource): OscalFinding[] {
  return planRows(source)
    .filter((row) => row.domain !== source.words.condition)
    .map((row, index) => {
      const target = row.id === '' ? `own-${index + 1}` : row.id.replaceAll(/[^A-Za-z0-9._-]/g, '-')
      const name = `${index} ${target}`
      return { row, target, observationUuid: uuidIn(source, `observation ${name}`), riskUuid: uuidIn(source, `risk ${name}`) }
    })
}

export function metadata(source: OscalSource, title: string) {
  const { document } = source
  const organization = uuidIn(source, 'organization')
  const assessed = uuidIn(source, 'third party')
  return {
    title,
    'last-modified': document.signedAt,
    version: document.signedAt.slice(0, 10),
    'oscal-version': oscalVersion,
    ...properties({
      'assessment-id': document.assessmentId,
      relationship: document.relationship,
      'tier-best': document.result.tier.best,
      'tier-worst': document.result.tier.worst,
      decision: document.decision.outcome,
    }),
    roles: [
      { id: 'assessor', title: 'Assessor' },
      { id: 'third-party', title: 'Third party' },
    ],
    parties: [
      { uuid: organization, type: 'organization', name: document.organization.name.trim() },
      { uuid: assessed, type: 'organization', name: document.thirdParty.legalName.trim() },
    ],
    'responsible-parties': [
      { 'role-id': 'assessor', 'party-uuids': [organization] },
      { 'role-id': 'third-party', 'party-uuids': [assessed] },
    ],
  }
}

export function observation(finding: OscalFinding, source: OscalSource) {
  const { row, observationUuid } = finding
  const { oscal } = source.words
  return {
    uuid: observationUuid,
    title: said(row.finding, finding.target),
    description: oscal.answered.replace('{answer}', said(row.answer, '–')),
    ...properties({ 'question-id': row.id, 'evidence-grade': row.evidence, 'gap-points': row.points }),
    methods: [row.evidence.startsWith('A') ? 'EXAMINE' : 'INTERVIEW'],
    types: ['finding'],
    collected: source.document.signedAt,
  }
}

function remediation(finding: OscalFinding, source: OscalSource) {
  const { row } = finding
  const description = [row.action, row.firstStep].filter((part) => part.trim() !== '').join('\n\n')
  if (description === '') return {}
  return {
    remediations: [
      {
        uuid: uuidIn(source, `remediation ${finding.riskUuid}`),
        lifecycle: row.action === '' ? 'recommendation' : 'planned',
        title: said(row.response, source.words.document.firstStep),
        description,
        ...properties({ owner: row.owner, status: row.status }),
      },
    ],
  }
}

export function risk(finding: OscalFinding, source: OscalSource) {
  const { row, riskUuid, observationUuid } = finding
  return {
    uuid: riskUuid,
    title: said(row.finding, finding.target),
    description: said(row.why, said(row.finding, finding.target)),
    statement: said(row.flags, source.words.oscal.satisfiedNot),
    ...properties({ 'accepted-by': row.acceptedBy, 'accepted-until': row.acceptedUntil, 'third-party-comment': row.comment }),
    status: statusOf(finding, source),
    ...(row.due === '' ? {} : { deadline: `${row.due}T23:59:59Z` }),
    ...remediation(finding, source),
    'related-observations': [{ 'observation-uuid': observationUuid }],
  }
}

/** OSCAL's words for how far a risk is. */
function statusOf({ row }: OscalFinding, { words }: OscalSource): string {
  if (row.status === words.status.lapsed) return 'open'
  if (row.response === words.response.accept) return 'deviation-approved'
  if (row.status === words.status.done) return 'closed'
  return row.status === words.status['in-progress'] ? 'remediating' : 'open'
}

/** Ids of SP 800-53 controls that the shown questions bear on; each once. */
export function reviewedControls({ pack, document }: OscalSource) {
  const answered = new Set<string>(document.answers.map(({ questionId }) => questionId))
  const controlsOf = ({ mappings }: Question): readonly string[] => mappings.sp80053r5
  const ids = new Set(pack.questions.filter(({ id }) => answered.has(id)).flatMap(controlsOf))
  const selection = [...ids].toSorted().map((id) => ({ 'control-id': id.toLowerCase().replace(/\((\d+)\)/, '.$1') }))
  return { 'control-selections': [selection.length === 0 ? { 'include-all': {} } : { 'include-controls': selection }] }
}

/** The pack and the signed report, as what the file rests on. */
export function backMatter(source: OscalSource) {
  const { document, words, reportSha256, reportFileName } = source
  return {
    resources: [
      {
        uuid: uuidIn(source, 'pack'),
        title: words.oscal.assessmentPlan,
        ...properties({ 'pack-id': document.pack.id, 'pack-version': document.pack.version, 'pack-sha256': document.pack.sha256 }),
      },
      {
        uuid: uuidIn(source, 'report'),
        title: words.oscal.report,
        rlinks: [
          {
            href: encodeURIComponent(reportFileName),
            'media-type': 'application/pdf',
            hashes: [{ algorithm: 'SHA-256', value: reportSha256 }],
          },
        ],
      },
    ],
  }
}
