// Tells i18next which namespaces and keys there are, so that the compiler finds a word that is missing.
import type { english } from './catalogues.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'frame'
    resources: typeof english
    returnNull: false
  }
}
