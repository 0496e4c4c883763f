// Leads an import from one stage to the next; writing goes on step by step until all rows are done or somebody stops it.
import { useEffect, useRef, useState } from 'react'
import type { ImportId } from '#shared/contract/import.ts'
import { call, type CallFault } from '#renderer/bridge/call.ts'
import { refresh } from '#renderer/bridge/refresh.ts'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { changedByImport, type Choices, type PlanInput, type Stage, type Written } from './import-stage.ts'

/** The page may go away while a step is under way; what was written then stays, and the next step is never asked for. */
function useIsHere() {
  const isHere = useRef(true)
  useEffect(() => {
    isHere.current = true
    return () => {
      isHere.current = false
    }
  }, [])
  return isHere
}

/** Opens a list, arranges it and reads its rows. Nothing is written by any of it. */
function useReading(stage: Stage, setStage: (stage: Stage) => void) {
  const choose = useCommand('imports.choose')
  const open = useCommand('imports.open')
  const arrange = useCommand('imports.arrange')
  const plan = useCommand('imports.plan')
  return {
    fault: choose.fault ?? open.fault ?? arrange.fault ?? plan.fault,
    isBusy: choose.isRunning || open.isRunning || arrange.isRunning || plan.isRunning,
    chooseFile: async () => {
      arrange.forget()
      plan.forget()
      const chosen = await choose.run({})
      if (!chosen.ok || chosen.value.handle === null) return
      const opened = await open.run({ handle: chosen.value.handle })
      if (opened.ok) setStage({ at: 'columns', list: opened.value, input: null })
    },
    rearrange: async (sheet: number, headerRow: number | null) => {
      if (stage.at !== 'columns') return
      const arranged = await arrange.run({ importId: stage.list.importId, sheet, headerRow })
      if (arranged.ok) setStage({ at: 'columns', list: arranged.value, input: null })
    },
    look: async (input: PlanInput) => {
      if (stage.at !== 'columns') return
      const planned = await plan.run(input)
      if (planned.ok) setStage({ at: 'rows', list: stage.list, input, counts: planned.value })
    },
  }
}

interface Watching {
  /** Asked between two steps. */
  readonly isWanted: () => boolean
  readonly onWritten: (written: Written) => void
}

/** Writes step by step until all rows are done, or they are no longer wanted, or a step is refused. */
async function writeAll(importId: ImportId, { isWanted, onWritten }: Watching) {
  let written: Written | null = null
  do {
    const outcome = await call('imports.step', { importId })
    if (!outcome.ok) return { written, fault: outcome.fault }
    written = outcome.value
    onWritten(written)
  } while (written.done < written.total && isWanted())
  return { written, fault: null }
}

/** The stage of the import on the screen, and what leads to the next one. */
export function useImport() {
  const [stage, setStage] = useState<Stage>({ at: 'choose' })
  const [stepFault, setStepFault] = useState<CallFault<'imports.step'> | null>(null)
  const isHere = useIsHere()
  const isStopped = useRef(false)
  const begin = useCommand('imports.begin')
  const reading = useReading(stage, setStage)
  const finish = (written: Written) => {
    refresh(...changedByImport)
    void call('imports.close', {})
    setStage({ at: 'done', written })
  }
  const write = async ({ byKind, byRow }: Choices) => {
    if (stage.at !== 'rows') return
    const { list } = stage
    const { importId } = list
    const rows = [...byRow].map(([number, choice]) => ({ number, choice }))
    const begun = await begin.run({ importId, choices: byKind, rows })
    if (!begun.ok) return
    const { total } = begun.value
    isStopped.current = false
    setStage({ at: 'writing', written: null, total })
    const { written, fault } = await writeAll(importId, {
      isWanted: () => isHere.current && !isStopped.current,
      onWritten: (step) => setStage({ at: 'writing', written: step, total }),
    })
    setStepFault(fault)
    if (written === null) setStage({ at: 'choose' })
    else finish(written)
  }
  return {
    stage,
    ...reading,
    chooseFile: () => {
      // What went wrong with the list before says nothing of the next one.
      begin.forget()
      setStepFault(null)
      return reading.chooseFile()
    },
    fault: reading.fault ?? begin.fault ?? stepFault,
    isBusy: reading.isBusy || begin.isRunning,
    write,
    stop: () => {
      isStopped.current = true
    },
    back: () => {
      if (stage.at === 'rows') setStage({ at: 'columns', list: stage.list, input: stage.input })
      else setStage({ at: 'choose' })
    },
  }
}
