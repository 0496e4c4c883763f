// What is wrong with a pack, where, and what to try.

/** `path` names the place with the question's id, such as `questions.AD-02.flags[0].sources`; `message` is a sentence with a next step. */
export interface Finding {
  readonly path: string
  readonly message: string
}

/** An `error` keeps the pack from being used; a `warning` never does. `rule` names the rule, such as `unknown-control`. */
export interface Problem extends Finding {
  readonly severity: 'error' | 'warning'
  readonly rule: string
}
