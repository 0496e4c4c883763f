// The ending of a vault's folder, as dialogs use it.
import { extname } from 'node:path'

export const vaultSuffix = '.gatehouse'

/** The chosen path with the vault's ending, whether or not it was typed. */
export function withVaultSuffix(path: string): string {
  return extname(path).toLowerCase() === vaultSuffix ? path : `${path}${vaultSuffix}`
}
