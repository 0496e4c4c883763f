// One package or font that Gatehouse is made of, as the build found it.

export interface ShippedPart {
  readonly name: string
  readonly version: string
  /** An SPDX expression, or what the package calls it. */
  readonly licence: string
  /** Places in the list of licence texts; empty for a package that brings none. */
  readonly texts: readonly number[]
}
