// Lint: a pack says what counsel should look at, never what the law allows or forbids.
import type { Pack } from '../domain/pack.ts'
import type { Finding } from './problem.ts'
import { ownTexts } from './walk.ts'

/** Nouns that "legal" may stand before, because the two together judge nothing. */
const nouns =
  'names?|advice|advis[eo]rs?|counsel|dut(?:y|ies)|obligations?|entit(?:y|ies)|persons?|forms?|lists?|teams?|departments?|staff|people|help|reviews?|process|hold|roles?|seat|titles?|basis|grounds?|powers?|requests?|orders?|demands?|agreements?|terms|documents?|texts?'
const verdicts = new RegExp(`\\b(?:illegal(?:ly)?|unlawful(?:ly)?|legally|legal(?!(?:,? (?:and|or) \\w+)? (?:${nouns})\\b))\\b`, 'giu')

/** Texts that pass judgement on what the law allows. */
export function lintLegalWords(pack: Pack): Finding[] {
  return ownTexts(pack).flatMap(({ path, text }) =>
    [...new Set(text.match(verdicts)?.map((word) => word.toLowerCase()))].map((word) => ({
      path,
      message: `says "${word}", which only counsel can say; write "counsel review needed", or name the thing, such as legal name or legal duties`,
    })),
  )
}
