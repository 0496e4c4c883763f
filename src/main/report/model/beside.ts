// What stands beside the answers of an assessment: what is done about findings, the third party's words, files that prove answers, and where answers come from.
import type { CarriedOver, ThirdPartyComment } from '#shared/domain/answer-context.ts'
import type { AssessmentDocument } from '#shared/domain/assessment-document.ts'
import type { EvidenceFile } from '#shared/domain/evidence-file.ts'
import { findingKey, type TreatedFinding, type Treatment } from '#shared/domain/treatment.ts'

export interface Beside {
  /** By kind and key of what is treated. */
  readonly treatments: ReadonlyMap<string, Treatment>
  readonly comments: ReadonlyMap<string, readonly ThirdPartyComment[]>
  readonly evidenceFiles: ReadonlyMap<string, readonly EvidenceFile[]>
  readonly carriedOver: ReadonlyMap<string, CarriedOver>
}

export const nothingBeside: Beside = { treatments: new Map(), comments: new Map(), evidenceFiles: new Map(), carriedOver: new Map() }

function keyOf(finding: TreatedFinding): string {
  return `${finding.kind} ${findingKey(finding)}`
}

export function besideOf({ treatments, comments, evidenceFiles, carriedOver }: AssessmentDocument): Beside {
  return {
    treatments: new Map(treatments.map((treatment) => [keyOf(treatment.finding), treatment])),
    comments: Map.groupBy(comments, ({ questionId }) => questionId),
    evidenceFiles: Map.groupBy(evidenceFiles, ({ questionId }) => questionId),
    carriedOver: new Map(carriedOver.map((mark) => [mark.questionId, mark])),
  }
}

/** What is done about a finding; undefined when nothing is planned. */
export function treatmentOf({ treatments }: Beside, finding: TreatedFinding): Treatment | undefined {
  return treatments.get(keyOf(finding))
}
