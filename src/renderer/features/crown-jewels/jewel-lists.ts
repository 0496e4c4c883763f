// What shows crown jewels, and the four impacts.
export const jewelLists = ['jewelRegister.list', 'jewelRegister.suggestions', 'crownJewels.list', 'exposure.list', 'guide.read'] as const

export const impacts = [1, 2, 3, 4] as const

/** An impact of the domain, 1 to 4, as a key of the words. */
export function impactKey(impact: number): (typeof impacts)[number] {
  return impacts.find((known) => known === impact) ?? 1
}
