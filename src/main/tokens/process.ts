// The token's own process: loads one module for one job, answers, and waits to be ended. It knows nothing of the vault.
import { removeNodeNetwork } from '../engine/no-network.ts'
import { TokenStop } from './module/token-stop.ts'
import { type TokenAnswer, TokenJob } from './token-job.ts'

removeNodeNetwork()
process.umask(0o077)

/** What calls modules; null where its binary for this platform is missing. */
async function loadWork() {
  try {
    const [{ listTokens }, { signOnToken }] = await Promise.all([import('./module/list-tokens.ts'), import('./module/sign-on-token.ts')])
    return { listTokens, signOnToken }
  } catch {
    return null
  }
}

async function carryOut(job: TokenJob): Promise<TokenAnswer> {
  const work = await loadWork()
  if (work === null) return { kind: 'fault', code: 'tokens-unavailable' }
  try {
    if (job.kind === 'list') return { kind: 'tokens', tokens: work.listTokens(job.modulePath) }
    return { kind: 'signature', value: work.signOnToken(job) }
  } catch (error) {
    // What else is thrown here comes from reading what the module filled in.
    return { kind: 'fault', code: error instanceof TokenStop ? error.code : 'token-module-failed' }
  } finally {
    if (job.kind === 'sign') job.pin?.fill(0)
  }
}

// In the app a port leads to the main process; in tests a channel leads to Node's.
const port = Reflect.get(process, 'parentPort') === undefined ? null : process.parentPort
const answer = async (data: unknown) => {
  const message = await carryOut(TokenJob.parse(data))
  if (port === null) process.send?.(message)
  else port.postMessage(message)
}

if (port === null) process.once('message', (data) => void answer(data))
else port.once('message', (event) => void answer(event.data))
