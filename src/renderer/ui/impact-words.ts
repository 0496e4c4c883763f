// The four impacts of losing a crown jewel, in words.
export const impactWords: Readonly<Record<number, string>> = {
  1: 'Minor',
  2: 'Serious',
  3: 'Severe',
  4: 'Existential, or national security',
}
