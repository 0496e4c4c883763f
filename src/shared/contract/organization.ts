// Procedures about the firm itself and its crown jewels.
import { z } from 'zod'
import { CrownJewel, CrownJewelDetails } from '../domain/crown-jewel.ts'
import { JewelId } from '../domain/ids.ts'
import { Organization } from '../domain/organization.ts'
import { procedure } from './procedure.ts'

export const organizationProcedures = {
  'organization.read': procedure({
    side: 'engine',
    input: z.strictObject({}),
    output: z.strictObject({ organization: Organization.nullable() }),
    refusals: ['vault-locked'],
  }),
  'organization.save': procedure({
    side: 'engine',
    input: Organization,
    output: z.strictObject({ organization: Organization }),
    refusals: ['vault-locked', 'write-failed'],
  }),
  'crownJewels.list': procedure({
    side: 'engine',
    input: z.strictObject({}),
    output: z.strictObject({ crownJewels: z.array(CrownJewel) }),
    refusals: ['vault-locked'],
  }),
  'crownJewels.add': procedure({
    side: 'engine',
    input: CrownJewelDetails,
    output: z.strictObject({ crownJewel: CrownJewel }),
    refusals: ['vault-locked', 'write-failed'],
  }),
  'crownJewels.change': procedure({
    side: 'engine',
    input: CrownJewel,
    output: z.strictObject({ crownJewel: CrownJewel }),
    refusals: ['vault-locked', 'write-failed', 'not-found'],
  }),
  /** Refused while an answer of an unsigned assessment names the jewel. */
  'crownJewels.remove': procedure({
    side: 'engine',
    input: z.strictObject({ id: JewelId }),
    output: z.strictObject({}),
    refusals: ['vault-locked', 'write-failed', 'not-found', 'in-use'],
  }),
} as const
