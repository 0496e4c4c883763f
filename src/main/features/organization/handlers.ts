// Describes the organization and keeps its crown jewels.
import { Refusal } from '#shared/contract/refusal.ts'
import { JewelId } from '#shared/domain/ids.ts'
import { type EngineHandlers, type FeatureContext, requireStore } from '../feature-context.ts'
import { readCrownJewels, readOrganization } from '#main/records/organization.ts'
import { addCrownJewel, changeCrownJewel, countJewelUses, removeCrownJewel, saveOrganization } from './queries.ts'

type OrganizationHandlers = Pick<
  EngineHandlers,
  'organization.read' | 'organization.save' | 'crownJewels.list' | 'crownJewels.add' | 'crownJewels.change' | 'crownJewels.remove'
>

const gone = () => new Refusal('not-found', 'That crown jewel is no longer in the list. Open the list again.')

export function organizationHandlers(context: FeatureContext): OrganizationHandlers {
  return {
    'organization.read': () => ({ organization: requireStore(context).first(readOrganization) ?? null }),
    'organization.save': (organization) => {
      const change = { action: 'organization.save', subject: '', payload: organization }
      requireStore(context).write(change, (tx) => tx.run(saveOrganization, organization))
      return { organization }
    },
    'crownJewels.list': () => ({ crownJewels: requireStore(context).all(readCrownJewels) }),
    'crownJewels.add': (details) => {
      const crownJewel = { ...details, id: JewelId.parse(context.newId()) }
      const change = { action: 'crownJewels.add', subject: crownJewel.id, payload: crownJewel }
      requireStore(context).write(change, (tx) => tx.run(addCrownJewel, { ...crownJewel, addedAt: context.now() }))
      return { crownJewel }
    },
    'crownJewels.change': (crownJewel) => {
      const change = { action: 'crownJewels.change', subject: crownJewel.id, payload: crownJewel }
      requireStore(context).write(change, (tx) => {
        if (tx.run(changeCrownJewel, crownJewel) === 0) throw gone()
      })
      return { crownJewel }
    },
    'crownJewels.remove': ({ id }) => {
      requireStore(context).write({ action: 'crownJewels.remove', subject: id, payload: { id } }, (tx) => {
        const uses = tx.first(countJewelUses, { id })?.uses ?? 0
        if (uses > 0)
          throw new Refusal('in-use', 'An assessment that is not signed yet names this crown jewel. Take it out of that answer first.')
        if (tx.run(removeCrownJewel, { id }) === 0) throw gone()
      })
      return {}
    },
  }
}
