// Puts what the program is made of into the build: for the page as "virtual:shipped", beside the main process as sbom.cdx.json.
import type { Plugin } from 'vite'
import { readLicences } from './licence-texts.ts'
import { makeSbom } from './make-sbom.ts'
import { readShipped } from './shipped-packages.ts'

const name = 'virtual:shipped'
const resolved = `\0${name}`

/** For the page: the parts with their licence texts. */
export function licencesPlugin(root: string): Plugin {
  return {
    name: 'gatehouse-licences',
    resolveId: (id) => (id === name ? resolved : null),
    load: (id) => {
      if (id !== resolved) return null
      const { parts, texts } = readLicences(root, readShipped(root))
      return `export const parts = ${JSON.stringify(parts)}\nexport const texts = ${JSON.stringify(texts)}`
    },
  }
}

/** For the main process: the bill of materials as a file. */
export function sbomPlugin(root: string): Plugin {
  return {
    name: 'gatehouse-sbom',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'sbom.cdx.json', source: makeSbom(readShipped(root)) })
    },
  }
}
