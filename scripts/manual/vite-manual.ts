// Gives the page the manual as the module "virtual:manual": read at build time, so that the page needs no Markdown reader.
import { resolve } from 'node:path'
import type { Plugin } from 'vite'
import { readManual } from './read-manual.ts'

const name = 'virtual:manual'
const resolved = `\0${name}`

export function manualPlugin(root: string): Plugin {
  const docs = resolve(root, 'docs')
  return {
    name: 'gatehouse-manual',
    resolveId: (id) => (id === name ? resolved : null),
    load: (id) => {
      if (id !== resolved) return null
      const pictures: string[] = []
      const pages = readManual(docs, (path) => {
        if (!pictures.includes(path)) pictures.push(path)
        return `picture:${pictures.indexOf(path)}`
      })
      const imports = pictures.map((path, index) => `import picture${index} from ${JSON.stringify(path)}`)
      // The address of a picture is known only to the bundler: it takes the place of its number.
      const text = JSON.stringify(pages).replaceAll(/"picture:(\d+)"/g, 'picture$1')
      return [...imports, `export const manual = ${text}`].join('\n')
    },
  }
}
