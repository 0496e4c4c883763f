// The list of recent vaults: only names and places, only where it is wanted, and it never hides that a vault is gone.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Refusal } from '#shared/contract/refusal.ts'
import { temporaryFolder } from '#test/support/vault-place.ts'
import { createRecentVaults } from './recent-vaults.ts'

function startAt(folder = temporaryFolder()) {
  const path = join(folder, 'app', 'recent-vaults.json')
  let isKept = true
  let minute = 0
  const granted: string[] = []
  const recents = createRecentVaults({
    path,
    isKept: () => isKept,
    nowIso: () => `2026-11-22T09:${String((minute += 1)).padStart(2, '0')}:00.000Z`,
    grant: (_handle, given, purpose) => granted.push(`${purpose} ${given}`),
  })
  const open = (name: string) => {
    const vault = join(folder, 'Clients', name)
    mkdirSync(vault, { recursive: true })
    writeFileSync(join(vault, 'vault.db'), '')
    recents.noteGrant(name, vault, 'vault')
    recents.noteOpened(name)
    return vault
  }
  const keep = (kept: boolean) => {
    isKept = kept
    recents.obey(kept)
  }
  const labels = async () => (await recents.handlers['recents.list']({})).vaults.map(({ label }) => label)
  return { path, recents, granted, open, keep, labels, folder }
}

describe('the vaults opened last', () => {
  test('are told by name and folder, the newest first and each once, after a restart too', async () => {
    const first = startAt()
    for (const name of ['One.gatehouse', 'Two.gatehouse', 'One.gatehouse']) first.open(name)
    const later = startAt(first.folder)
    const { vaults } = await later.recents.handlers['recents.list']({})
    expect(vaults).toMatchObject([
      { label: 'One.gatehouse', folder: 'Clients', isMissing: false, openedAt: '2026-11-22T09:03:00.000Z' },
      { label: 'Two.gatehouse' },
    ])
  })

  test('are ten at most', async () => {
    const { open, labels } = startAt()
    for (let count = 1; count <= 12; count += 1) open(`Client ${count}.gatehouse`)
    expect(await labels()).toHaveLength(10)
    expect((await labels())[0]).toBe('Client 12.gatehouse')
  })

  test('hold no path for the page, and lead to the vault only through a handle', async () => {
    const { recents, open, granted, folder } = startAt()
    const vault = open('One.gatehouse')
    const listed = await recents.handlers['recents.list']({})
    expect(JSON.stringify(listed)).not.toContain(folder)
    const { place } = await recents.handlers['recents.choose']({ id: listed.vaults[0]?.id ?? '' })
    expect(place.label).toBe('One.gatehouse')
    expect(granted).toEqual([`vault ${vault}`])
  })

  test('say when one is gone, and refuse to lead there', async () => {
    const { recents, open } = startAt()
    rmSync(open('One.gatehouse'), { recursive: true })
    const [gone] = (await recents.handlers['recents.list']({})).vaults
    expect(gone?.isMissing).toBe(true)
    await expect(recents.handlers['recents.choose']({ id: gone?.id ?? '' })).rejects.toBeInstanceOf(Refusal)
  })

  test('are forgotten one by one or all at once; the file is gone with the last', async () => {
    const { recents, open, labels, path } = startAt()
    open('One.gatehouse')
    open('Two.gatehouse')
    const { vaults } = await recents.handlers['recents.list']({})
    void recents.handlers['recents.forget']({ id: vaults[0]?.id ?? null })
    expect(await labels()).toEqual(['One.gatehouse'])
    void recents.handlers['recents.forget']({ id: null })
    expect(await labels()).toEqual([])
    expect(existsSync(path)).toBe(false)
  })

  test('are not kept where nobody wants them, and those that were are gone at once', async () => {
    const { open, keep, labels, path } = startAt()
    open('One.gatehouse')
    expect(readFileSync(path, 'utf8')).toContain('One.gatehouse')
    keep(false)
    open('Two.gatehouse')
    expect(existsSync(path)).toBe(false)
    keep(true)
    expect(await labels()).toEqual([])
  })

  test('hold nothing but vaults: another file that was chosen is not among them', async () => {
    const { recents, labels } = startAt()
    recents.noteGrant('report', '/somewhere/report.pdf', 'check')
    recents.noteOpened('report')
    recents.noteOpened('never granted')
    expect(await labels()).toEqual([])
  })

  test.each(['', '[]', '{"format":"gatehouse.recent-vaults","formatVersion":1,"vaults":[{"path":"","openedAt":"now"}]}'])(
    'are none when the file holds %j, and the next one opened begins it anew',
    async (text) => {
      const { path, open, labels } = startAt()
      mkdirSync(join(path, '..'), { recursive: true })
      writeFileSync(path, text)
      expect(await labels()).toEqual([])
      open('One.gatehouse')
      expect(await labels()).toEqual(['One.gatehouse'])
    },
  )
})
