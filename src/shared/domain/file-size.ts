// How large a file is, in the unit in which a person reads it: the one rule for the screen and for the report.

const units = ['bytes', 'KB', 'MB', 'GB'] as const

export interface FileSize {
  /** Whole bytes and whole units from 10 on; tenths below, rounded half up. */
  readonly amount: number
  readonly unit: (typeof units)[number]
}

/** A unit is 1,024 of the one before: 1,258,291 bytes are 1.2 MB. What rounds up to 1,024 is one of the next unit. */
export function fileSize(sizeBytes: number): FileSize {
  const written = (step: number): number => {
    const amount = sizeBytes / 1_024 ** step
    return step === 0 || amount >= 9.95 ? Math.round(amount) : Math.round(amount * 10) / 10
  }
  const step = units.findIndex((_, index) => index === units.length - 1 || written(index) < 1_024)
  return { amount: written(step), unit: units[step] ?? 'GB' }
}
