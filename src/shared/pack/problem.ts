// What is wrong with a pack, where, and what to try.

/** `path` names the place with the question's id, such as `questions.AD-02.flags[0].sources`; `message` is a sentence with a next step. */
export interface Problem {
  readonly path: string
  readonly message: string
}
