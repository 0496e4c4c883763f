// Signed reports, and checking any PDF.
import { Refusal } from '#shared/contract/refusal.ts'
import type { ReportId } from '#shared/domain/ids.ts'
import { type EngineHandlers, type FeatureContext, requireStore } from '../feature-context.ts'
import { countReports, readReport, readReports } from './queries.ts'
import { judge, judgeWithPages } from './judge.ts'
import { requireForm } from './report-forms.ts'
import { readPdfFile } from './read-pdf-file.ts'
import { signOverview } from './sign-overview.ts'
import { signReport } from './sign-report.ts'
import { writeCopy } from '#main/records/write-copy.ts'

type ReportHandlers = Pick<
  EngineHandlers,
  'reports.list' | 'reports.read' | 'reports.sign' | 'reports.signOverview' | 'reports.saveCopy' | 'verify.file' | 'verify.report'
>

/** Reports in one answer, when the page does not say. */
const longestPage = 200

function findReport(context: FeatureContext, id: ReportId) {
  const report = requireStore(context).first(readReport, { id })
  if (!report) throw new Refusal('not-found', 'That report is no longer in the vault. Open the list again.')
  return report
}

export function reportHandlers(context: FeatureContext): ReportHandlers {
  return {
    'reports.list': ({ kind = '', search = '', offset = 0, limit = longestPage }) => {
      const store = requireStore(context)
      const wanted = { kind, search: search.trim().toLowerCase() }
      return { reports: store.all(readReports, { ...wanted, offset, limit }), total: store.first(countReports, wanted)?.total ?? 0 }
    },
    'reports.read': ({ reportId }) => ({ report: findReport(context, reportId) }),
    'reports.sign': (order) => signReport(context, { ...order, judge: (pdf) => judge(context, pdf) }),
    'reports.signOverview': (order) => signOverview(context, { ...order, judge: (pdf) => judge(context, pdf) }),
    'reports.saveCopy': ({ reportId, handle }) => {
      const { pdf } = requireForm(context, reportId)
      writeCopy(context.grants.pathOf(handle, 'copy'), pdf)
      return { sizeBytes: pdf.length }
    },
    'verify.file': async ({ handle }) => ({ verdict: await judgeWithPages(context, readPdfFile(context.grants.pathOf(handle, 'check'))) }),
    'verify.report': async ({ reportId }) => ({ verdict: await judge(context, requireForm(context, reportId).pdf) }),
  }
}
