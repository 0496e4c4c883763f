// Stopping a command: it cleans up, and only while it was asked to.
import { execFileSync, spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'

const script = (forget: boolean) => `
  import { onInterrupt } from ${JSON.stringify(resolve(import.meta.dirname, 'interrupt.ts'))}
  const forget = onInterrupt(() => process.stdout.write('cleaned up'))
  ${forget ? 'forget()' : ''}
  process.kill(process.pid, 'SIGTERM')
  setTimeout(() => process.stdout.write('went on'), 5_000)
`

test('cleans up and ends as the signal asks', () => {
  const { status, stdout } = spawnSync(process.execPath, ['--input-type=module-typescript', '-e', script(false)], { encoding: 'utf8' })
  expect([status, stdout]).toEqual([143, 'cleaned up'])
})

test('finishes cleaning up when the signal comes twice', () => {
  const twice = `
    import { execFileSync } from 'node:child_process'
    import { onInterrupt } from ${JSON.stringify(resolve(import.meta.dirname, 'interrupt.ts'))}
    onInterrupt(() => {
      execFileSync('kill', ['-TERM', String(process.pid)])
      execFileSync('sleep', ['0.2'])
      process.stdout.write('cleaned up')
    })
    process.kill(process.pid, 'SIGTERM')
    setTimeout(() => process.stdout.write('went on'), 5_000)
  `
  const { status, stdout } = spawnSync(process.execPath, ['--input-type=module-typescript', '-e', twice], { encoding: 'utf8' })
  expect([status, stdout]).toEqual([143, 'cleaned up'])
})

test('does nothing once it was taken back', () => {
  expect(() =>
    execFileSync(process.execPath, ['--input-type=module-typescript', '-e', script(true)], { encoding: 'utf8', stdio: 'pipe' }),
  ).toThrow(expect.objectContaining({ signal: 'SIGTERM', stdout: '' }))
})
