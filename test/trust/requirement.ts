// What a promise is: a sentence, the tests that prove it, or the reason why it is not tested here.

/** One test: the file it stands in and its title as written there. */
export interface Proof {
  readonly file: string
  readonly title: string
}

export interface Requirement {
  /** `S01`–`S32` security, `F01`–`F20` faults. */
  readonly id: string
  readonly promise: string
  readonly proofs: readonly Proof[]
  /** Why it, or a part of it, is not tested here; absent when all of it is. */
  readonly notHere?: string
}

export const proof = (file: string, title: string): Proof => ({ file, title })

export const network = (title: string) => proof('test/e2e/network.spec.ts', title)
export const hardening = (title: string) => proof('test/e2e/hardening.spec.ts', title)
export const packaged = (title: string) => proof('test/e2e/packaged.spec.ts', title)
export const secrecy = (title: string) => proof('test/e2e/secrecy.spec.ts', title)
export const durability = (title: string) => proof('test/e2e/durability.spec.ts', title)
export const desk = (title: string) => proof('test/e2e/desk.spec.ts', title)
export const trust = (name: string, title: string) => proof(`test/trust/${name}.test.ts`, title)
export const fuzz = (name: string, title: string) => proof(`test/fuzz/${name}.test.ts`, title)
export const integration = (name: string, title: string) => proof(`test/integration/${name}.test.ts`, title)
export const platform = (name: string, title: string) => proof(`src/main/platform/${name}.test.ts`, title)
