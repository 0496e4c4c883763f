// Runs in a process of its own: opens a vault, changes its keys in one way, and dies at the call or step it was told.
import { crashAt } from './crash-at.ts'

const [directory = '', what = '', at = '0', passphrase = ''] = process.argv.slice(2)
const crash = crashAt(Number(at))

// Only now: what is loaded before would keep the calls as they were.
const { openVault } = await import('#main/store/vault.ts')
const { changePassphrase, listWays } = await import('#main/store/vault-keys.ts')
const { rotateDataKey } = await import('#main/store/rotate-data-key.ts')
const { floorCost } = await import('#main/store/keys/key-cost.ts')

const environment = { now: () => new Date().toISOString(), sqliteBinding: undefined, keyCost: floorCost }
const vault = await openVault(directory, passphrase, environment)
const change = { vault, proof: { kind: 'secret' as const, secret: passphrase, mediumKey: null }, environment }
crash.start()
if (what === 'passphrase') {
  const wayId = listWays(directory).ways.find((way) => way.kind === 'passphrase')?.id ?? ''
  await changePassphrase(change, { wayId, passphrase: 'another passphrase', dropsKeyFile: false })
} else {
  const rotation = await rotateDataKey(change, (step) => {
    if (what === `rotate until ${step}`) process.kill(process.pid, 'SIGKILL')
    process.stdout.write(`${step}\n`)
  })
  if (rotation.problem !== null) throw rotation.problem
}
process.stdout.write(`calls ${crash.count()}\n`)
process.exit(0)
