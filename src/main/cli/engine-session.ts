// The engine as the command line uses it: every refusal becomes one sentence and a non-zero exit.
import { randomUUID } from 'node:crypto'
import { contract, type EngineProcedureName, type InputOf, type OutputOf } from '#shared/contract/contract.ts'
import { logFault } from '#main/platform/fault-log.ts'
import { createEngine, type Engine } from '../engine/engine.ts'
import { CommandProblem } from './output.ts'

export interface EngineSession {
  call<Name extends EngineProcedureName>(name: Name, input: InputOf<Name>): Promise<OutputOf<Name>>
  /** A handle that stands for a path given on the command line. */
  grant(path: string): string
  close(): Promise<void>
}

export interface CommandPlace {
  readonly resourcesDirectory: string
  readonly applicationVersion: string
}

async function callOrStop<Name extends EngineProcedureName>(engine: Engine, name: Name, input: InputOf<Name>): Promise<OutputOf<Name>> {
  const outcome = await engine.call(name, input)
  if (!outcome.ok) throw new CommandProblem(outcome.fault.detail, outcome.fault.code === 'internal' ? 70 : 1)
  return contract[name].output.parse(outcome.value) as OutputOf<Name>
}

export function openEngineSession(place: CommandPlace): EngineSession {
  const engine = createEngine({ ...place, sqliteBinding: undefined, now: () => new Date().toISOString(), log: logFault })
  return {
    call: (name, input) => callOrStop(engine, name, input),
    grant: (path) => {
      const handle = randomUUID()
      engine.grant(handle, path)
      return handle
    },
    close: () => engine.close(),
  }
}
