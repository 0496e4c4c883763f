// Compiles a PKCS#11 module that misbehaves in a chosen way.
import { spawnSync } from 'node:child_process'
import { join, resolve } from 'node:path'
import { softTokenModule } from './soft-token.ts'

const source = resolve(import.meta.dirname, 'odd-module.c')

/** The path of a module in `folder` that does what the names say, such as `['AT_SIGN', 'HANGS']` or `['FLAGS=0x40000UL']`. */
export function makeOddModule(folder: string, ways: readonly string[]): string {
  const path = join(folder, 'odd-module.so')
  const defines = [`SOFT_TOKEN="${softTokenModule()}"`, ...ways].map((way) => `-D${way}`)
  const done = spawnSync('cc', ['-O1', '-w', '-shared', '-fPIC', ...defines, '-o', path, source, '-ldl'], { encoding: 'utf8' })
  if (done.status !== 0) throw new Error(`The odd module could not be compiled: ${done.error?.message ?? done.stderr}`)
  return path
}
