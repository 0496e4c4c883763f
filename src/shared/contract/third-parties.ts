// Procedures about third parties.
import { z } from 'zod'
import { ThirdPartyId } from '../domain/ids.ts'
import { ThirdParty, ThirdPartyDetails } from '../domain/third-party.ts'
import { procedure } from './procedure.ts'

export const thirdPartyProcedures = {
  'thirdParties.list': procedure({
    side: 'engine',
    input: z.strictObject({}),
    output: z.strictObject({ thirdParties: z.array(ThirdParty) }),
    refusals: ['vault-locked'],
  }),
  'thirdParties.read': procedure({
    side: 'engine',
    input: z.strictObject({ id: ThirdPartyId }),
    output: z.strictObject({ thirdParty: ThirdParty }),
    refusals: ['vault-locked', 'not-found'],
  }),
  'thirdParties.add': procedure({
    side: 'engine',
    input: ThirdPartyDetails,
    output: z.strictObject({ thirdParty: ThirdParty }),
    refusals: ['vault-locked', 'write-failed'],
  }),
  'thirdParties.change': procedure({
    side: 'engine',
    input: ThirdParty,
    output: z.strictObject({ thirdParty: ThirdParty }),
    refusals: ['vault-locked', 'write-failed', 'not-found'],
  }),
} as const
