// Every procedure the engine answers, gathered from its features.
import { assessmentHandlers } from '../features/assessments/handlers.ts'
import type { EngineHandlers, FeatureContext } from '../features/feature-context.ts'
import { organizationHandlers } from '../features/organization/handlers.ts'
import { packHandlers } from '../features/packs/handlers.ts'
import { referenceHandlers } from '../features/reference/handlers.ts'
import { reportHandlers } from '../features/reports/handlers.ts'
import { thirdPartyHandlers } from '../features/third-parties/handlers.ts'
import { keyHandlers } from '../features/vault/key-handlers.ts'
import { vaultHandlers } from '../features/vault/handlers.ts'

export function engineHandlers(context: FeatureContext): EngineHandlers {
  return {
    ...vaultHandlers(context),
    ...keyHandlers(context),
    ...organizationHandlers(context),
    ...thirdPartyHandlers(context),
    ...assessmentHandlers(context),
    ...reportHandlers(context),
    ...packHandlers(context),
    ...referenceHandlers(context),
  }
}
