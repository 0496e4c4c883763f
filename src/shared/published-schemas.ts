// The JSON Schemas published in resources/schemas, made from the schemas that the code itself reads with.
import { z } from 'zod'
import { AssessmentDocument } from './domain/assessment-document.ts'
import { AssessmentInput } from './domain/assessment-input.ts'
import { JewelSuggestions } from './domain/jewel-suggestion.ts'
import { Overlay } from './pack/overlay.ts'
import { PortfolioDocument } from './domain/portfolio-document.ts'
import { ProgrammeDocument } from './domain/programme-document.ts'
import { PackFile } from './pack/read-pack.ts'
import { CompelledAccessLaws } from './reference/compelled-access-laws.ts'
import { CountryLists } from './reference/country-lists.ts'
import { DataThresholds } from './reference/data-thresholds.ts'
import { OpenChecks } from './reference/open-checks.ts'
import { ScreeningLists } from './reference/screening-lists.ts'

interface Published {
  readonly file: string
  readonly title: string
  readonly description: string
  readonly schema: z.ZodType
}

const published: readonly Published[] = [
  {
    file: 'assessment.schema.json',
    title: 'Gatehouse assessment',
    description:
      'The assessment that travels as assessment.json inside a signed report: answers, result, decision and where they come from.',
    schema: AssessmentDocument,
  },
  {
    file: 'assessment-input.schema.json',
    title: 'Gatehouse assessment input',
    description: 'What a script gives to "assess" and "score": an organization, a third party, the answers and the decision.',
    schema: AssessmentInput,
  },
  {
    file: 'portfolio.schema.json',
    title: 'Gatehouse portfolio',
    description: 'The portfolio that travels as portfolio.json inside a signed report: third parties, tiers, flags, reach and due dates.',
    schema: PortfolioDocument,
  },
  {
    file: 'programme.schema.json',
    title: 'Gatehouse programme',
    description:
      'The programme that travels as programme.json inside a signed report: an organization’s own answers, gaps, findings and plan.',
    schema: ProgrammeDocument,
  },
  {
    file: 'pack.schema.json',
    title: 'Gatehouse question pack',
    description: 'A versioned file of domains, questions, sources and combination floors. The lint asks for more than this schema can say.',
    schema: PackFile,
  },
  {
    file: 'pack-overlay.schema.json',
    title: 'Gatehouse pack overlay',
    description: 'What adds to a question pack, explains it better or translates it, and never changes how its questions score.',
    schema: Overlay,
  },
  {
    file: 'country-lists.schema.json',
    title: 'Gatehouse legal lists of countries',
    description: 'Which dated instruments name which countries. Information only: no score reads it.',
    schema: CountryLists,
  },
  {
    file: 'compelled-access-laws.schema.json',
    title: 'Gatehouse law table',
    description: 'Laws that can compel an organization, in one form for every jurisdiction.',
    schema: CompelledAccessLaws,
  },
  {
    file: 'data-thresholds.schema.json',
    title: 'Gatehouse data thresholds',
    description: 'The volumes above which personal data counts as bulk, by kind, and how they are counted.',
    schema: DataThresholds,
  },
  {
    file: 'screening-lists.schema.json',
    title: 'Gatehouse list of lists',
    description: 'The lists to screen an organization against, what a listing means and what it does not.',
    schema: ScreeningLists,
  },
  {
    file: 'jewel-suggestions.schema.json',
    title: 'Gatehouse suggestions for crown jewels',
    description: 'What firms of a technology area often have to guard. A starting point: no score reads it.',
    schema: JewelSuggestions,
  },
  {
    file: 'open-checks.schema.json',
    title: 'Gatehouse open checks',
    description: 'What could not be settled and is to be checked by hand first.',
    schema: OpenChecks,
  },
]

/** Every published schema as the text of its file: JSON Schema 2020-12 of what a file may hold, two spaces, final line feed. */
export const schemaFiles: readonly { readonly file: string; readonly text: string }[] = published.map(
  ({ file, title, description, schema }) => {
    const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input', target: 'draft-2020-12' })
    const text = JSON.stringify({ $schema, $id: `gatehouse:${file}`, title, description, ...rest }, null, 2)
    return { file, text: `${text}\n` }
  },
)
