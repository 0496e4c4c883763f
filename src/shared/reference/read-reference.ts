// Reads the reference data from whatever its files held: the shape first, then the lint.
import { lintReference, type ReferenceProblem } from './lint-reference.ts'
import { ReferenceData, referenceFiles, type ReferencePart } from './reference-data.ts'

export type ReadReference =
  | { readonly ok: true; readonly reference: ReferenceData }
  | { readonly ok: false; readonly problems: readonly ReferenceProblem[] }

/** A file of another kind could have thousands; nobody reads more than these. */
const mostProblems = 100

function readablePath([part, ...steps]: readonly PropertyKey[]): string {
  const file = Object.entries(referenceFiles).find(([name]) => name === part)?.[1] ?? 'the reference data'
  const place = steps.reduce((text: string, step) => (typeof step === 'number' ? `${text}[${step}]` : `${text}.${String(step)}`), '')
  return `${file} ${place.replace(/^\./, '')}`.trim()
}

/** The reference data, or every problem found. The lint runs only on data of the right shape. */
export function readReference(files: Readonly<Record<ReferencePart, unknown>>): ReadReference {
  const parsed = ReferenceData.safeParse(files)
  if (!parsed.success) {
    const problems = parsed.error.issues.slice(0, mostProblems).map(({ path, message }) => ({ path: readablePath(path), message }))
    return { ok: false, problems }
  }
  const problems = lintReference(parsed.data)
  return problems.length === 0 ? { ok: true, reference: parsed.data } : { ok: false, problems }
}
