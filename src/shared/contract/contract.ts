// The one table of procedures between the page and the powers behind it.
import type { z } from 'zod'
import { answerContextProcedures } from './answer-context.ts'
import { appProcedures } from './app.ts'
import { assessmentProcedures } from './assessments.ts'
import { backupProcedures } from './backups.ts'
import { evidenceProcedures } from './evidence.ts'
import { jewelRegisterProcedures } from './crown-jewels.ts'
import { exposureProcedures } from './exposure.ts'
import { exportProcedures } from './exports.ts'
import type { DoorFault } from './fault.ts'
import { findingProcedures } from './findings.ts'
import { guideProcedures } from './guide.ts'
import { historyProcedures } from './history.ts'
import { homeProcedures } from './home.ts'
import { importProcedures } from './import.ts'
import { deviceProcedures, keyProcedures } from './keys.ts'
import { organizationProfileProcedures } from './organization-profile.ts'
import { organizationProcedures } from './organization.ts'
import { packProcedures } from './packs.ts'
import { portfolioProcedures } from './portfolio.ts'
import { recentProcedures } from './recents.ts'
import { referenceProcedures } from './reference.ts'
import { reportLookProcedures } from './report-look.ts'
import { reportProcedures } from './reports.ts'
import { reviewProcedures } from './reviews.ts'
import { sampleProcedures } from './sample.ts'
import { screeningProcedures } from './screening.ts'
import { settingsProcedures } from './settings.ts'
import { signatureProcedures } from './signatures.ts'
import { signerProcedures } from './signers.ts'
import { thirdPartyProcedures } from './third-parties.ts'
import { thirdPartyProfileProcedures } from './third-party-profiles.ts'
import { tokenProcedures } from './tokens.ts'
import { vaultProcedures } from './vault.ts'

export const contract = {
  ...appProcedures,
  ...vaultProcedures,
  ...keyProcedures,
  ...deviceProcedures,
  ...settingsProcedures,
  ...recentProcedures,
  ...organizationProcedures,
  ...organizationProfileProcedures,
  ...jewelRegisterProcedures,
  ...exposureProcedures,
  ...guideProcedures,
  ...sampleProcedures,
  ...thirdPartyProcedures,
  ...thirdPartyProfileProcedures,
  ...importProcedures,
  ...assessmentProcedures,
  ...answerContextProcedures,
  ...evidenceProcedures,
  ...findingProcedures,
  ...reviewProcedures,
  ...reportProcedures,
  ...exportProcedures,
  ...signerProcedures,
  ...tokenProcedures,
  ...signatureProcedures,
  ...reportLookProcedures,
  ...packProcedures,
  ...referenceProcedures,
  ...screeningProcedures,
  ...backupProcedures,
  ...historyProcedures,
  ...homeProcedures,
  ...portfolioProcedures,
} as const

export type ProcedureName = keyof typeof contract
export type InputOf<Name extends ProcedureName> = z.infer<(typeof contract)[Name]['input']>
export type OutputOf<Name extends ProcedureName> = z.infer<(typeof contract)[Name]['output']>
type RefusalOf<Name extends ProcedureName> = (typeof contract)[Name]['refusals'][number]
/** Every code that can come back from a procedure. */
export type CodeOf<Name extends ProcedureName> = RefusalOf<Name> | DoorFault

type NameOnSide<Side> = { [Name in ProcedureName]: (typeof contract)[Name]['side'] extends Side ? Name : never }[ProcedureName]
/** What the engine answers, to the page or only to the process beside it. */
export type EngineProcedureName = NameOnSide<'engine' | 'inner'>
export type WindowProcedureName = NameOnSide<'window'>
/** What the page may ask for. */
export type PageProcedureName = NameOnSide<'engine' | 'window'>

/** True when `name` is a procedure of the contract. */
function isProcedureName(name: unknown): name is ProcedureName {
  return typeof name === 'string' && Object.hasOwn(contract, name)
}

/** True when `name` is a procedure that the page may ask for. */
export function isPageProcedure(name: unknown): name is PageProcedureName {
  return isProcedureName(name) && contract[name].side !== 'inner'
}

/** True when `name` is a procedure that the engine answers. */
export function isEngineProcedure(name: unknown): name is EngineProcedureName {
  return isProcedureName(name) && contract[name].side !== 'window'
}
