// Procedures about the register of crown jewels, and what the organization's technology areas suggest for it.
import { z } from 'zod'
import { CrownJewelDetails } from '../domain/crown-jewel.ts'
import { JewelId } from '../domain/ids.ts'
import { JewelRegisterDetails, RegisteredJewel } from '../domain/jewel-register.ts'
import { JewelSuggestion } from '../domain/jewel-suggestion.ts'
import { Day } from '../domain/time.ts'
import { procedure } from './procedure.ts'

/** What a person writes of a crown jewel. */
export const JewelEntry = CrownJewelDetails.extend(JewelRegisterDetails.shape)
export type JewelEntry = z.infer<typeof JewelEntry>

/** A crown jewel of the register, and how many assessments and cells of the exposure matrix name it; counting stops at 100. */
export const ListedJewel = RegisteredJewel.extend({ assessmentCount: z.int(), exposureCount: z.int() })
export type ListedJewel = z.infer<typeof ListedJewel>

export const jewelRegisterProcedures = {
  /** Those in use first, most harmful first, then those archived. */
  'jewelRegister.list': procedure({
    side: 'engine',
    input: z.strictObject({}),
    output: z.strictObject({ jewels: z.array(ListedJewel) }),
    refusals: ['vault-locked'],
  }),
  'jewelRegister.add': procedure({
    side: 'engine',
    input: JewelEntry,
    output: z.strictObject({ jewel: RegisteredJewel }),
    refusals: ['vault-locked', 'write-failed'],
  }),
  'jewelRegister.change': procedure({
    side: 'engine',
    input: JewelEntry.extend({ id: JewelId }),
    output: z.strictObject({ jewel: RegisteredJewel }),
    refusals: ['vault-locked', 'write-failed', 'not-found'],
  }),
  /** Puts a jewel aside that is no longer guarded. Refused while an answer of an unsigned assessment names it. */
  'jewelRegister.archive': procedure({
    side: 'engine',
    input: z.strictObject({ id: JewelId }),
    output: z.strictObject({}),
    refusals: ['vault-locked', 'write-failed', 'not-found', 'in-use'],
  }),
  'jewelRegister.restore': procedure({
    side: 'engine',
    input: z.strictObject({ id: JewelId }),
    output: z.strictObject({}),
    refusals: ['vault-locked', 'write-failed', 'not-found'],
  }),
  /** Suggestions for the technology areas of the profile, and for any firm; without those whose name is in the register. */
  'jewelRegister.suggestions': procedure({
    side: 'engine',
    input: z.strictObject({}),
    output: z.strictObject({ suggestions: z.array(JewelSuggestion), checkedOn: Day }),
    refusals: ['vault-locked'],
  }),
} as const
