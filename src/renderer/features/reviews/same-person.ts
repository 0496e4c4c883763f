// Whether two people are the same by name, as far as a program can tell.

function nameOf(text: string): string {
  // "Dana Whitfield, Chief Operating Officer" names Dana Whitfield.
  const [name = ''] = text.split(/[,;(–—]/u)
  return name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[\s.]+/gu, ' ')
    .trim()
    .toLowerCase()
}

/** True when both texts name the same person, whatever their case, accents and the role after a comma. */
export function isSamePerson(one: string, other: string): boolean {
  const name = nameOf(one)
  return name !== '' && name === nameOf(other)
}
