// The token's own process: loads one module for one job, answers, and waits to be ended. It knows nothing of the vault.
import { removeNodeNetwork } from '../engine/no-network.ts'
import { listTokens } from './module/list-tokens.ts'
import { signOnToken } from './module/sign-on-token.ts'
import { TokenStop } from './module/token-stop.ts'
import { type TokenAnswer, TokenJob } from './token-job.ts'

removeNodeNetwork()
process.umask(0o077)

function carryOut(job: TokenJob): TokenAnswer {
  try {
    if (job.kind === 'list') return { kind: 'tokens', tokens: listTokens(job.modulePath) }
    return { kind: 'signature', value: signOnToken(job) }
  } catch (error) {
    // What else is thrown here comes from reading what the module filled in.
    return { kind: 'fault', code: error instanceof TokenStop ? error.code : 'token-module-failed' }
  } finally {
    if (job.kind === 'sign') job.pin?.fill(0)
  }
}

// In the app a port leads to the main process; in tests a channel leads to Node's.
const port = Reflect.get(process, 'parentPort') === undefined ? null : process.parentPort
const answer = (data: unknown) => {
  const message = carryOut(TokenJob.parse(data))
  if (port === null) process.send?.(message)
  else port.postMessage(message)
}

if (port === null) process.once('message', answer)
else port.once('message', (event) => answer(event.data))
