// Every procedure the engine answers, gathered from its features.
import { assessmentHandlers } from '../features/assessments/handlers.ts'
import type { BackupJobs } from '../features/backups/backup-jobs.ts'
import { backupHandlers } from '../features/backups/handlers.ts'
import type { EngineHandlers, FeatureContext } from '../features/feature-context.ts'
import { historyHandlers } from '../features/history/handlers.ts'
import { organizationHandlers } from '../features/organization/handlers.ts'
import { packHandlers } from '../features/packs/handlers.ts'
import { referenceHandlers } from '../features/reference/handlers.ts'
import { reportHandlers } from '../features/reports/handlers.ts'
import { reportLookHandlers } from '../features/report-look/handlers.ts'
import { thirdPartyHandlers } from '../features/third-parties/handlers.ts'
import { keyHandlers, proofOf } from '../features/vault/key-handlers.ts'
import { vaultHandlers } from '../features/vault/handlers.ts'

export function engineHandlers(context: FeatureContext, backups: BackupJobs): EngineHandlers {
  return {
    ...vaultHandlers(context),
    ...keyHandlers(context),
    ...organizationHandlers(context),
    ...thirdPartyHandlers(context),
    ...assessmentHandlers(context),
    ...reportHandlers(context),
    ...packHandlers(context),
    ...reportLookHandlers(context),
    ...referenceHandlers(context),
    ...backupHandlers(context, backups, (given) => proofOf(context, given)),
    ...historyHandlers(context),
  }
}
