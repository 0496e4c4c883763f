// Writes PDF values as bytes, in the plain spelling that PDF/A asks for.
import { PdfSyntaxError, type PdfString, type PdfValue } from '#main/report/verification/pdf-value.ts'

/** The text of one value; strings are escaped so that the result is pure ASCII. Streams cannot be written this way. */
export function writeValue(value: PdfValue): string {
  switch (value.kind) {
    case 'null':
      return 'null'
    case 'boolean':
      return String(value.value)
    case 'number':
      return value.source
    case 'name':
      return writeName(value.value)
    case 'string':
      return writeString(value)
    case 'reference':
      return `${value.objectNumber} ${value.generation} R`
    case 'array':
      return `[${value.items.map(writeValue).join(' ')}]`
    case 'dictionary':
      return `<< ${[...value.entries].map(([key, item]) => `${writeName(key)} ${writeValue(item)}`).join(' ')} >>`
    case 'stream':
      throw new PdfSyntaxError('A stream must be an object of its own.')
  }
}

function writeName(name: string): string {
  const escaped = Array.from(name, (char) =>
    /[!-~]/.test(char) && !/[#()<>[\]{}/%]/.test(char) ? char : `#${char.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`,
  )
  return `/${escaped.join('')}`
}

function writeString({ bytes, isHex }: PdfString): string {
  if (isHex) return `<${Buffer.from(bytes).toString('hex').toUpperCase()}>`
  const escaped = Array.from(bytes, (octet) => {
    const char = String.fromCharCode(octet)
    if (char === '(' || char === ')' || char === '\\') return `\\${char}`
    return octet >= 0x20 && octet < 0x7f ? char : `\\${octet.toString(8).padStart(3, '0')}`
  })
  return `(${escaped.join('')})`
}
