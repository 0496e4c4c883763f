// The whole manual: the pages of docs/manual in the order of its index, then the documents they refer to.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import type { ManualPage } from '../../src/renderer/features/help/manual-page.ts'
import { pictureSize } from './picture-size.ts'
import { readPage } from './read-page.ts'

/** Documents beside the manual that explain how things work inside. */
const background = ['method', 'packs', 'security', 'audit-log']

/** Reads the manual below `docs`. `addPicture` is told the path of each picture and returns its address. */
export function readManual(docs: string, addPicture: (path: string) => string): ManualPage[] {
  const folder = join(docs, 'manual')
  const index = readFileSync(join(folder, 'index.md'), 'utf8')
  const listed = [...index.matchAll(/\]\(([\w-]+)\.md\)/g)].map((match) => String(match[1]))
  const others = readdirSync(folder)
    .filter((name) => name.endsWith('.md') && name !== 'index.md')
    .map((name) => basename(name, '.md'))
    .filter((id) => !listed.includes(id))
  const ids = [...listed, ...others.sort()]
  const read = (id: string, part: ManualPage['part'], directory: string) =>
    readPage({
      id,
      part,
      markdown: readFileSync(join(directory, `${id}.md`), 'utf8'),
      pageOf: (target) => {
        const name = basename(target, '.md')
        return target.endsWith('.md') && (ids.includes(name) || background.includes(name)) ? name : null
      },
      pictureOf: (target) => {
        const path = resolve(directory, target)
        return existsSync(path) ? { source: addPicture(path), ...pictureSize(readFileSync(path)) } : null
      },
    })
  return [...ids.map((id) => read(id, 'guide', folder)), ...background.map((id) => read(id, 'background', docs))]
}
