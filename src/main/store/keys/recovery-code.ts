// The recovery code: 160 random bits in letters and digits that survive handwriting.
import { randomBytes } from 'node:crypto'

// Crockford's base 32: no I, L, O or U, so that nothing can be mistaken for a digit or read as a word.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const symbolCount = 32

/** A new code such as `7K3M-…`, eight groups of four. */
export function makeRecoveryCode(): string {
  let bits = BigInt(`0x${randomBytes(20).toString('hex')}`)
  let symbols = ''
  for (let index = 0; index < symbolCount; index += 1) {
    symbols = alphabet.charAt(Number(bits & 31n)) + symbols
    bits >>= 5n
  }
  return symbols.replace(/.{4}(?=.)/g, '$&-')
}

/** The code as it was made, whatever case, spaces and look-alikes it was typed with; null when it cannot be a code. */
export function normalizeRecoveryCode(typed: string): string | null {
  const symbols = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
  const isCode = symbols.length === symbolCount && [...symbols].every((symbol) => alphabet.includes(symbol))
  return isCode ? symbols.replace(/.{4}(?=.)/g, '$&-') : null
}
