// What comes after the first signature of a report: time-stamps and further signatures.
import { type EngineHandlers, type FeatureContext, requireStore } from '../feature-context.ts'
import { addSignedForm, countersignFile, countersignReport } from './further-signature.ts'
import { describeVersions } from './report-forms.ts'
import { addStamp, saveStampRequest } from './time-stamp.ts'

type SignatureHandlers = Pick<
  EngineHandlers,
  | 'reports.versions'
  | 'reports.saveStampRequest'
  | 'reports.addStamp'
  | 'reports.countersign'
  | 'reports.addSignedForm'
  | 'verify.countersignFile'
>

export function signatureHandlers(context: FeatureContext): SignatureHandlers {
  return {
    'reports.versions': ({ reportId }) => describeVersions(requireStore(context), reportId),
    'reports.saveStampRequest': async ({ reportId, handle }) => ({ sizeBytes: await saveStampRequest(context, reportId, handle) }),
    'reports.addStamp': ({ reportId, handle }) => addStamp(context, reportId, handle),
    'reports.countersign': ({ reportId, ...wish }) => countersignReport(context, reportId, wish),
    'reports.addSignedForm': ({ reportId, handle }) => addSignedForm(context, reportId, handle),
    'verify.countersignFile': (wish) => countersignFile(context, wish),
  }
}
