// Says on standard error what set-up does, what it costs and how long it took: one line per step.

const seconds = (sinceMs) => `${((Date.now() - sinceMs) / 1000).toFixed(1)} s`

/** Prints one line to standard error, so that standard output stays free for the job's own result. */
export const say = (line) => void process.stderr.write(`gatehouse: ${line}\n`)

/** Runs `work`, printing "what (cost)" before it and the time it took after it; returns what `work` returns. */
export const step = async (what, work) => {
  const startedAt = Date.now()
  const [title, cost] = Array.isArray(what) ? what : [what, null]
  process.stderr.write(`gatehouse: ${title}${cost === null ? '' : ` (${cost})`} ... `)
  try {
    const result = await work()
    process.stderr.write(`done in ${seconds(startedAt)}\n`)
    return result
  } catch (error) {
    process.stderr.write(`failed after ${seconds(startedAt)}\n`)
    throw error
  }
}
