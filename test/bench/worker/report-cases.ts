// The reports that the bench makes: the frozen case, a full assessment, and portfolios of any length.
import { z } from 'zod'
import type { PagesToSign } from '#main/features/reports/produce-signed-pdf.ts'
import { buildReportModel } from '#main/report/model.ts'
import { buildPortfolioModel } from '#main/report/model/portfolio/build.ts'
import type { ReportCompiler } from '#main/report/report-compiler.ts'
import type { AssessmentDocument } from '#shared/domain/assessment-document.ts'
import type { Pack } from '#shared/domain/pack.ts'
import { portfolioCase } from '../../golden/portfolio-case.ts'
import { reportCase } from '../../golden/report-case.ts'
import { readFrozenCase } from './frozen-case.ts'
import { shippedPack, valueFor } from './method-runs.ts'

export const ReportToMake = z.enum([
  'frozen assessment',
  'full assessment',
  'portfolio of 300',
  'portfolio of 30 pages',
  'portfolio of 300 pages',
])
export type ReportToMake = z.infer<typeof ReportToMake>

const partyCounts = { 'portfolio of 300': 300, 'portfolio of 30 pages': 220, 'portfolio of 300 pages': 2_560 } as const

/** Every question of the shipped pack answered, two practices of three badly or partly. */
function fullAssessment(): { readonly document: AssessmentDocument; readonly pack: Pack } {
  const pack = shippedPack()
  const answers = Object.fromEntries(pack.questions.map((question, index) => [question.id, [valueFor(question, index), 'A'] as const]))
  return { document: reportCase(pack, 'supplier', { answers }), pack }
}

/** What sets the report's pages with a compiler. */
export function reportPages(report: ReportToMake): (compiler: ReportCompiler) => PagesToSign {
  if (report === 'frozen assessment' || report === 'full assessment') {
    const { document, pack } = report === 'frozen assessment' ? readFrozenCase() : fullAssessment()
    return (compiler) => ({
      template: 'assessment',
      model: buildReportModel(document, pack, compiler),
      attachment: { name: 'assessment.json', content: document },
    })
  }
  const document = portfolioCase(partyCounts[report])
  return (compiler) => ({
    template: 'portfolio',
    model: buildPortfolioModel(document, compiler),
    attachment: { name: 'portfolio.json', content: document },
  })
}
