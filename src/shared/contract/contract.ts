// The one table of procedures between the page and the powers behind it.
import type { z } from 'zod'
import { appProcedures } from './app.ts'
import { assessmentProcedures } from './assessments.ts'
import type { DoorFault } from './fault.ts'
import { organizationProcedures } from './organization.ts'
import { packProcedures } from './packs.ts'
import { reportProcedures } from './reports.ts'
import { thirdPartyProcedures } from './third-parties.ts'
import { vaultProcedures } from './vault.ts'

export const contract = {
  ...appProcedures,
  ...vaultProcedures,
  ...organizationProcedures,
  ...thirdPartyProcedures,
  ...assessmentProcedures,
  ...reportProcedures,
  ...packProcedures,
} as const

export type ProcedureName = keyof typeof contract
export type InputOf<Name extends ProcedureName> = z.infer<(typeof contract)[Name]['input']>
export type OutputOf<Name extends ProcedureName> = z.infer<(typeof contract)[Name]['output']>
type RefusalOf<Name extends ProcedureName> = (typeof contract)[Name]['refusals'][number]
/** Every code that can come back from a procedure. */
export type CodeOf<Name extends ProcedureName> = RefusalOf<Name> | DoorFault

export type EngineProcedureName = {
  [Name in ProcedureName]: (typeof contract)[Name]['side'] extends 'engine' ? Name : never
}[ProcedureName]
export type WindowProcedureName = Exclude<ProcedureName, EngineProcedureName>

/** True when `name` is a procedure of the contract. */
export function isProcedureName(name: unknown): name is ProcedureName {
  return typeof name === 'string' && Object.hasOwn(contract, name)
}
