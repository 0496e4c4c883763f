// Shares as people type them, in hundredths of a percent.

/** "12.5", "12,5 %" and "12.50" are 1,250; null for what is no share from 0 to 100 with two decimals at most. */
export function readPercent(typed: string): number | null {
  const plain = typed.replaceAll(/[\s\u00a0\u202f%]/gu, '').replace(',', '.')
  if (!/^\d{1,3}(\.\d{1,2})?$/.test(plain)) return null
  const basisPoints = Math.round(Number(plain) * 100)
  return basisPoints <= 10_000 ? basisPoints : null
}

/** A share as it stands in the field: 1,250 is "12.5". */
export function writePercent(basisPoints: number): string {
  return String(basisPoints / 100)
}
