// A refusal: an outcome a person can act on, thrown by a handler and carried to the page as its code and sentence.

/** `code` must be one the procedure declares; anything undeclared is treated as a fault of the program. */
export class Refusal extends Error {
  readonly code: string
  readonly path: string | undefined

  constructor(code: string, sentence: string, path?: string) {
    super(sentence)
    this.name = 'Refusal'
    this.code = code
    this.path = path
  }
}
