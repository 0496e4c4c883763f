// LEIs: known ones hold, every single wrong character and nearly every exchange is found.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Lei, leiCheckDigits, plainLei } from './lei.ts'

const character = fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ')
const stem = fc.array(character, { minLength: 18, maxLength: 18 }).map((characters) => characters.join(''))
const lei = stem.map((text) => `${text}${leiCheckDigits(text)}`)

function sentenceOf(text: string): string | null {
  const read = Lei.safeParse(text)
  return read.success ? null : (read.error.issues[0]?.message ?? '')
}

describe('an LEI', () => {
  // The example of ISO 17442 and two published ones.
  test.each(['7LTWFZYICNSX8D621K86', '5493001KJTIIGC8Y1R12', '506700GE1G29325QX363'])('such as %s holds', (text) => {
    expect(sentenceOf(text)).toBe(null)
    expect(leiCheckDigits(text.slice(0, 18))).toBe(text.slice(18))
  })

  test.each(['', '5493001KJTIIGC8Y1R1', '5493001KJTIIGC8Y1R1A', '5493001kjtiigc8y1r12', '5493001KJTIIGC8Y1R123', '5493001KJTIIGC8Y1Ř12'])(
    'is not what %j is',
    (text) => {
      expect(sentenceOf(text)).toMatch(/^is not an LEI/)
    },
  )

  test('is refused with one wrong letter or digit', () => {
    fc.assert(
      fc.property(lei, fc.nat(19), character, (text, at, other) => {
        fc.pre(hasSameKind(text.charAt(at), other))
        const changed = `${text.slice(0, at)}${other}${text.slice(at + 1)}`
        expect(sentenceOf(changed) === null).toBe(changed === text)
      }),
    )
  })

  test('is refused when two neighbours are exchanged', () => {
    fc.assert(
      fc.property(lei, fc.nat(18), (text, at) => {
        const [one, other] = [text.charAt(at), text.charAt(at + 1)]
        fc.pre(one !== other && hasSameKind(one, other))
        const changed = `${text.slice(0, at)}${other}${one}${text.slice(at + 2)}`
        expect(sentenceOf(changed)).not.toBe(null)
      }),
    )
  })

  test('is read from what people type', () => {
    expect(plainLei(' 5493 001k-jtii gc8y–1r12\n')).toBe('5493001KJTIIGC8Y1R12')
    fc.assert(fc.property(lei, (text) => plainLei(text.toLowerCase()) === text))
  })

  test('has check digits for 18 capitals and digits only', () => {
    expect(() => leiCheckDigits('SHORT')).toThrow('18 capital letters')
  })
})

/** Two letters, or two digits: the standard promises to find these; letter and digit have numbers of different length. */
function hasSameKind(one: string, other: string): boolean {
  return /^\d$/.test(one) === /^\d$/.test(other)
}
