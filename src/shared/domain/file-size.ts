// How large a file is, in the unit in which a person reads it: the one rule for the screen and for the report.

const largest = { unit: 'GB', step: 3 } as const
const smaller = [
  { unit: 'bytes', step: 0 },
  { unit: 'KB', step: 1 },
  { unit: 'MB', step: 2 },
] as const

export interface FileSize {
  /** Whole bytes and whole units from 10 on; tenths below, rounded half up. */
  readonly amount: number
  readonly unit: (typeof smaller)[number]['unit'] | typeof largest.unit
}

/** A unit is 1,024 of the one before: 1,258,291 bytes are 1.2 MB. What rounds up to 1,024 is one of the next unit. */
export function fileSize(sizeBytes: number): FileSize {
  const written = (at: number): number => {
    const amount = sizeBytes / 1_024 ** at
    return at === 0 || amount >= 9.95 ? Math.round(amount) : Math.round(amount * 10) / 10
  }
  const { unit, step } = smaller.find((one) => written(one.step) < 1_024) ?? largest
  return { amount: written(step), unit }
}
