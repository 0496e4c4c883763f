// Says on standard error what set-up does, what it costs and how long it took: one line per step.

const seconds = (sinceMs) => `${((Date.now() - sinceMs) / 1000).toFixed(1)} s`

let isLineOpen = false

const write = (text) => {
  process.stderr.write(text)
  isLineOpen = !text.endsWith('\n')
}

/** Prints one line to standard error, so that standard output stays free for the job's own result. */
export const say = (line) => write(`${isLineOpen ? '\n' : ''}gatehouse: ${line}\n`)

const finish = (title, outcome) => (isLineOpen ? write(`${outcome}\n`) : say(`${title}: ${outcome}`))

/** Runs `work`, saying `title (cost)` before it and the time it took after it; returns what `work` returns. */
export const step = async ({ title, cost }, work) => {
  const startedAt = Date.now()
  write(`${isLineOpen ? '\n' : ''}gatehouse: ${title} (${cost}) ... `)
  try {
    const result = await work()
    finish(title, `done in ${seconds(startedAt)}`)
    return result
  } catch (error) {
    finish(title, `failed after ${seconds(startedAt)}`)
    throw error
  }
}
