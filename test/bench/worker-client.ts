// Starts the worker on Electron run as Node and asks it one thing at a time.
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import type { z } from 'zod'
import { type Order, Reply } from './worker/messages.ts'

export interface Worker {
  /** Sends the order and reads what comes back; throws the worker's own sentence when it fails. */
  ask<Answer extends z.ZodType>(order: Order, answer: Answer): Promise<z.infer<Answer>>
  stop(): void
}

function start(workerPath: string, electronPath: string): ChildProcess {
  return fork(workerPath, [], {
    execPath: electronPath,
    execArgv: [],
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
}

export function startWorker(workerPath: string, electronPath: string): Worker {
  const child = start(workerPath, electronPath)
  const ended = once(child, 'exit').then(() => [{ ok: false, sentence: 'The worker ended.' }])
  return {
    ask: async (order, answer) => {
      const answered = once(child, 'message')
      child.send(order)
      const [message]: unknown[] = await Promise.race([answered, ended])
      const reply = Reply.parse(message)
      if (!reply.ok) throw new Error(`${order.do} failed: ${reply.sentence}`)
      return answer.parse(reply.value)
    },
    stop: () => child.kill(),
  }
}
