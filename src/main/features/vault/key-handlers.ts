// Lists and changes the ways to open the vault.
import type { Proof as GivenProof } from '#shared/contract/keys.ts'
import { readMediumKey } from '#main/store/keys/medium-key.ts'
import { rotateDataKey, type RotationStep, rotationSteps } from '#main/store/rotate-data-key.ts'
import * as keys from '#main/store/vault-keys.ts'
import { type EngineHandlers, type FeatureContext, requireVault } from '../feature-context.ts'

type KeyHandlers = Pick<
  EngineHandlers,
  | 'keys.list'
  | 'keys.addPassphrase'
  | 'keys.changePassphrase'
  | 'keys.addKeyFile'
  | 'keys.dropKeyFile'
  | 'keys.replaceRecoveryCode'
  | 'keys.remove'
  | 'keys.changeDataKey'
  | 'keys.addDevice'
  | 'vault.ways'
>

/** What a person showed, with the key file read from where it was chosen. */
export function proofOf(context: FeatureContext, given: { readonly secret: string; readonly keyFile?: string | null | undefined }) {
  const { secret, keyFile = null } = given
  const mediumKey = keyFile === null ? null : readMediumKey(context.grants.pathOf(keyFile, 'key-file'))
  return { kind: 'secret' as const, secret, mediumKey }
}

export function keyHandlers(context: FeatureContext): KeyHandlers {
  const list = () => ({ ways: [...keys.listWays(requireVault(context).directory).ways] })
  const changeBy = (proof: GivenProof): keys.KeyChange => {
    const vault = requireVault(context)
    return { vault, proof: proofOf(context, proof), environment: context.environment }
  }
  const thenList = async (work: Promise<void>) => {
    await work
    return list()
  }
  const report = (step: RotationStep) => context.report({ done: rotationSteps.indexOf(step), total: rotationSteps.length - 1 })
  return {
    'keys.list': list,
    'keys.addPassphrase': ({ proof, name, passphrase }) => thenList(keys.addPassphrase(changeBy(proof), { name, passphrase })),
    'keys.changePassphrase': ({ proof, ...wanted }) => thenList(keys.changePassphrase(changeBy(proof), wanted)),
    'keys.addKeyFile': ({ proof, wayId, place }) =>
      thenList(keys.addKeyFile(changeBy(proof), { wayId, path: context.grants.pathOf(place, 'new-key-file') })),
    'keys.dropKeyFile': ({ proof, wayId }) => thenList(keys.dropKeyFile(changeBy(proof), { wayId })),
    'keys.replaceRecoveryCode': async ({ proof }) => ({ recoveryCode: await keys.replaceRecoveryCode(changeBy(proof)) }),
    'keys.remove': ({ proof, wayId }) => thenList(keys.removeWay(changeBy(proof), { wayId })),
    'keys.changeDataKey': async ({ proof }) => {
      context.backUpNow('key-change')
      try {
        const { vault, recoveryCode, problem } = await rotateDataKey(changeBy(proof), report)
        context.setVault(vault)
        if (recoveryCode === null) throw problem
        return { recoveryCode }
      } finally {
        context.report(null)
      }
    },
    'keys.addDevice': async ({ proof, name, deviceSecret }) => {
      const change = changeBy(proof)
      const wayId = await keys.addDevice(change, { name, secret: Buffer.from(deviceSecret, 'hex') })
      return { vaultId: change.vault.id, wayId }
    },
    'vault.ways': ({ handle }) => {
      const { vaultId, ways } = keys.listWays(context.grants.pathOf(handle, 'vault'))
      return { vaultId, ways: [...ways] }
    },
  }
}
