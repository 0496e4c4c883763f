// Every procedure the engine answers, gathered from its features.
import { answerContextHandlers } from '../features/assessments/answer-context.ts'
import { assessmentHandlers } from '../features/assessments/handlers.ts'
import type { BackupJobs } from '../features/backups/backup-jobs.ts'
import { backupHandlers } from '../features/backups/handlers.ts'
import { evidenceHandlers } from '../features/evidence/handlers.ts'
import { crownJewelHandlers } from '../features/crown-jewels/handlers.ts'
import { exposureHandlers } from '../features/exposure/handlers.ts'
import type { EngineHandlers, FeatureContext } from '../features/feature-context.ts'
import { findingHandlers } from '../features/findings/handlers.ts'
import { guideHandlers } from '../features/guide/handlers.ts'
import { historyHandlers } from '../features/history/handlers.ts'
import { homeHandlers } from '../features/home/handlers.ts'
import { importHandlers } from '../features/import/handlers.ts'
import { organizationHandlers } from '../features/organization/handlers.ts'
import { packHandlers } from '../features/packs/handlers.ts'
import { portfolioHandlers } from '../features/portfolio/handlers.ts'
import { referenceHandlers } from '../features/reference/handlers.ts'
import { reportLookHandlers } from '../features/report-look/handlers.ts'
import { exportHandlers } from '../features/reports/export-handlers.ts'
import { reportHandlers } from '../features/reports/handlers.ts'
import { signatureHandlers } from '../features/reports/signature-handlers.ts'
import { screeningHandlers } from '../features/screening/handlers.ts'
import { signerHandlers } from '../features/signers/handlers.ts'
import { reviewHandlers } from '../features/reviews/handlers.ts'
import { sampleHandlers } from '../features/sample/handlers.ts'
import { thirdPartyHandlers } from '../features/third-parties/handlers.ts'
import { thirdPartyProfileHandlers } from '../features/third-party-profiles/handlers.ts'
import { keyHandlers, proofOf } from '../features/vault/key-handlers.ts'
import { vaultHandlers } from '../features/vault/handlers.ts'

export function engineHandlers(context: FeatureContext, backups: BackupJobs): EngineHandlers {
  return {
    ...vaultHandlers(context),
    ...keyHandlers(context),
    ...organizationHandlers(context),
    ...crownJewelHandlers(context),
    ...exposureHandlers(context),
    ...guideHandlers(context),
    ...sampleHandlers(context),
    ...thirdPartyHandlers(context),
    ...thirdPartyProfileHandlers(context),
    ...importHandlers(context),
    ...assessmentHandlers(context),
    ...answerContextHandlers(context),
    ...evidenceHandlers(context),
    ...findingHandlers(context),
    ...reviewHandlers(context),
    ...reportHandlers(context),
    ...exportHandlers(context),
    ...signerHandlers(context),
    ...signatureHandlers(context),
    ...reportLookHandlers(context),
    ...packHandlers(context),
    ...referenceHandlers(context),
    ...screeningHandlers(context),
    ...backupHandlers(context, backups, (given) => proofOf(context, given)),
    ...historyHandlers(context),
    ...homeHandlers(context),
    ...portfolioHandlers(context),
  }
}
