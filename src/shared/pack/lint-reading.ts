// Lint: questions and help that a reader with nine years of school understands.
import type { Pack } from '../domain/pack.ts'
import type { Finding } from './problem.ts'
import { readingGradeTenths } from './reading-grade.ts'
import { pathOf } from './walk.ts'

const hardestTenths = 90

/** Grades of every question in tenths: of its text alone, and of its help as a whole. */
export function readingGrades(pack: Pack): { readonly path: string; readonly gradeTenths: number }[] {
  return pack.questions.flatMap((question) => [
    { path: `${pathOf(question)}.text`, gradeTenths: readingGradeTenths(question.text) },
    { path: `${pathOf(question)}.help`, gradeTenths: readingGradeTenths(Object.values(question.help).join(' ')) },
  ])
}

/** Whether the rules that know English words can say anything about the pack. */
function isEnglish(pack: Pack): boolean {
  return pack.language === 'en' || pack.language.startsWith('en-')
}

/** Texts that ask for more than grade 9. The measure counts English syllables, so other languages are not measured. */
export function lintReadingGrade(pack: Pack): Finding[] {
  if (!isEnglish(pack)) return []
  return readingGrades(pack)
    .filter(({ gradeTenths }) => gradeTenths > hardestTenths)
    .map(({ path, gradeTenths }) => ({
      path,
      message: `reads at grade ${(gradeTenths / 10).toFixed(1)}, above 9; use shorter sentences and shorter words`,
    }))
}

/** Says that nobody checked the words of a pack in another language. */
export function lintLanguage(pack: Pack): Finding[] {
  if (isEnglish(pack)) return []
  return [
    {
      path: 'language',
      message: `is ${pack.language}, but the lists of words and the reading grade are English; have somebody who reads it check that no text points to where a person comes from, says what is allowed by law, or is hard to read`,
    },
  ]
}
