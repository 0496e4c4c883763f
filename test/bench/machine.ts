// What the figures were taken on.
import { execFileSync } from 'node:child_process'
import { statfsSync } from 'node:fs'
import { cpus, loadavg, release, totalmem, type as systemName } from 'node:os'
import { z } from 'zod'

const fileSystems: Readonly<Record<number, string>> = {
  0xef53: 'ext4',
  0x01021994: 'tmpfs',
  0x794c7630: 'overlay',
  0x9123683e: 'btrfs',
  0x58465342: 'xfs',
}

const Versions = z.object({ electron: z.string(), chrome: z.string(), node: z.string() })

function runtimeVersions(electronPath: string) {
  const printed = execFileSync(electronPath, ['-p', 'JSON.stringify(process.versions)'], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    encoding: 'utf8',
  })
  return Versions.parse(JSON.parse(printed))
}

/** A few lines of plain words. */
export function describeMachine(order: { readonly electronPath: string; readonly folder: string }): string[] {
  const { electron, chrome, node } = runtimeVersions(order.electronPath)
  const [cpu] = cpus()
  const disk = fileSystems[statfsSync(order.folder).type] ?? 'another file system'
  return [
    `${cpus().length} × ${cpu?.model.trim() ?? 'unknown processor'}, ${Math.round(totalmem() / 1024 ** 3)} GiB, ${systemName()} ${release()}, vaults on ${disk}`,
    `Electron ${electron} (Chromium ${chrome}, Node ${node})`,
    `load at the start ${loadavg()[0]?.toFixed(1) ?? '?'} (other work on the machine slows both sides)`,
  ]
}
