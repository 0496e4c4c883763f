// Puts one mutant into the text of its file.
import type { Mutant } from './mutants.ts'

/** The text with the mutant in it. Throws when its text does not occur exactly once: the list is then out of date, or means two places. */
export function withMutant(text: string, { file, find, replace }: Mutant): string {
  const count = text.split(find).length - 1
  if (count !== 1) throw new Error(`${file} holds “${find}” ${count} times, not once. Bring test/mutation/mutants.ts up to date.`)
  if (find === replace) throw new Error(`The mutant of “${find}” in ${file} changes nothing.`)
  return text.replace(find, () => replace)
}
