// Makes the sample vault where a person chose.
import { Refusal } from '#shared/contract/refusal.ts'
import { vaultSuffix } from '#main/store/vault.ts'
import type { EngineHandlers, FeatureContext } from '../feature-context.ts'

type SampleHandlers = Pick<EngineHandlers, 'sample.create'>

/** No secret: it is shown on the screen, and everything behind it is made up. */
const samplePassphrase = 'try the sample vault'

export function sampleHandlers(context: FeatureContext): SampleHandlers {
  return {
    'sample.create': async ({ handle }) => {
      const directory = context.grants.pathOf(handle, 'vault')
      if (!directory.toLowerCase().endsWith(vaultSuffix))
        throw new Refusal('place-unknown', `A vault's name ends in "${vaultSuffix}". Choose the place again.`)
      context.vault()?.close()
      context.setVault(null)
      await context.makeSample(directory, samplePassphrase)
      return { passphrase: samplePassphrase }
    },
  }
}
