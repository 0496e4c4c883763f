// When an answer that was taken over is so old that somebody should ask again.

/** Months after which an answer taken over is called old. */
const oldAfterMonths = 12

/** True when `answeredOn` lies more than twelve months before `asOf`, both days such as 2026-11-22. */
export function isOldAnswer(answeredOn: string, asOf: string): boolean {
  const [year, month, day] = answeredOn.split('-')
  if (year === undefined || month === undefined || day === undefined) return false
  return `${String(Number(year) + oldAfterMonths / 12).padStart(4, '0')}-${month}-${day}` < asOf
}
