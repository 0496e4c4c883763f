// The engine's own process: takes calls from the main process, answers them, and ends when told.
import { logFault } from '../platform/fault-log.ts'
import { createEngine } from './engine.ts'
import { EngineStart, type FromEngine, ToEngine } from './engine-message.ts'
import { removeNodeNetwork } from './no-network.ts'
import { createTokenRelay } from './token-relay.ts'

removeNodeNetwork()
process.umask(0o077)

const start = EngineStart.parse(JSON.parse(process.argv.at(-1) ?? ''))
const port = process.parentPort

const say = (message: FromEngine) => port.postMessage(message)

const tokens = createTokenRelay((id, job) => say({ kind: 'token-job', id, job }))

const engine = createEngine({
  resourcesDirectory: start.resourcesDirectory,
  applicationVersion: start.applicationVersion,
  language: start.language,
  sqliteBinding: start.sqliteBinding,
  now: () => new Date().toISOString(),
  log: logFault,
  tokens,
  onProgress: (progress) => say({ kind: 'progress', progress }),
})

port.on('message', (event) => {
  const message = ToEngine.parse(event.data)
  if (message.kind === 'grant') engine.grant(message.handle, message.path, message.purpose)
  if (message.kind === 'token-answer') tokens.take(message.id, message.answer)
  if (message.kind === 'cancel') engine.cancel(message.workId)
  if (message.kind === 'call')
    void engine.call(message.name, message.input).then((outcome) => say({ kind: 'outcome', id: message.id, outcome }))
  if (message.kind === 'close') {
    void engine.close().then(() => {
      say({ kind: 'closed' })
      process.exit(0)
    })
  }
})

// The engine starts when a vault is chosen; the packs are read while its passphrase is typed.
setImmediate(() => engine.warmUp())

const lookEveryMs = 2_000
setInterval(() => void engine.lookAfterBackups(), lookEveryMs).unref()
