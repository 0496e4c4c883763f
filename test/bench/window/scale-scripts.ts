// What is run in the page to see how long a screen, a search or a key takes.

/** Nothing more comes after so long without a change. */
const usualQuietMs = 120

/** Goes to a place, and says when the last of it was drawn: nothing more has changed for `quietMs`, and nothing is being read. */
export const goScript = (route: object, quietMs = usualQuietMs) => `new Promise((resolve, reject) => {
  const content = document.querySelector('.content')
  const before = content.querySelector('h1')
  let lastAt = 0
  const watcher = new MutationObserver(() => { lastAt = performance.now() })
  watcher.observe(content, { subtree: true, childList: true, characterData: true })
  const startedAt = performance.now()
  history.pushState(${JSON.stringify(route)}, '')
  dispatchEvent(new PopStateEvent('popstate', { state: ${JSON.stringify(route)} }))
  const look = () => {
    const now = performance.now()
    const heading = content.querySelector('h1')
    const isThere = heading !== null && heading !== before && content.querySelector('.waiting') === null
    if (isThere && now - lastAt > ${quietMs}) {
      watcher.disconnect()
      resolve(lastAt - startedAt)
    } else if (now - startedAt > 60000) reject(new Error('The screen is not there after a minute: ' + ${JSON.stringify(JSON.stringify(route))}))
    else setTimeout(look, 10)
  }
  setTimeout(look, 10)
})`

/**
 * Gives a control of the list's filters a value as a person does, and says when the list has changed for the last time. Every row
 * then has the value in the column.
 */
export const setScript = (given: {
  readonly control: string
  readonly column: string
  readonly value: string
}) => `new Promise((resolve, reject) => {
  const { control, column, value } = ${JSON.stringify(given)}
  const field = document.querySelector(control)
  const list = document.querySelector('.parties')
  let lastAt = 0
  const watcher = new MutationObserver(() => {
    lastAt = performance.now()
  })
  watcher.observe(list, { subtree: true, childList: true, characterData: true })
  const isSelect = field instanceof HTMLSelectElement
  const startedAt = performance.now()
  Object.getOwnPropertyDescriptor(isSelect ? HTMLSelectElement.prototype : HTMLInputElement.prototype, 'value').set.call(field, value)
  field.dispatchEvent(new Event(isSelect ? 'change' : 'input', { bubbles: true }))
  const look = () => {
    const now = performance.now()
    const cells = [...list.querySelectorAll(column)]
    const isThere = cells.length > 0 && cells.every((cell) => cell.textContent.toLowerCase().includes(value))
    if (isThere && now - lastAt > ${usualQuietMs}) {
      watcher.disconnect()
      resolve(lastAt - startedAt)
    } else if (now - startedAt > 20000) reject(new Error('The list does not show what was asked for: ' + value))
    else setTimeout(look, 10)
  }
  setTimeout(look, 10)
})`

/** The next key press in the field, until what it changed is painted. */
export const watchTypingScript = (selector: string) => `(() => {
  const field = document.querySelector(${JSON.stringify(selector)})
  field.focus()
  window.benchTyped = new Promise((resolve, reject) => {
    const tooLate = setTimeout(() => reject(new Error('The key did not arrive.')), 5000)
    let pressedAt = 0
    field.addEventListener('keydown', (event) => { pressedAt = event.timeStamp }, { once: true, capture: true })
    field.addEventListener('input', () => {
      requestAnimationFrame(() => {
        // A message comes after the frame was handed over.
        const channel = new MessageChannel()
        channel.port1.onmessage = () => { clearTimeout(tooLate); resolve(performance.now() - pressedAt) }
        channel.port2.postMessage(null)
      })
    }, { once: true })
  })
})()`

export const bareFieldScript = `(() => {
  const field = document.createElement('input')
  field.id = 'bench-bare-field'
  document.body.append(field)
})()`

/** Saves another answer to a question, through the page's own door, so that whatever was kept of the vault has to be read anew. */
export const changeScript = (assessmentId: string, questionId: string) => `(async () => {
  const questionId = ${JSON.stringify(questionId)}
  const assessmentId = ${JSON.stringify(assessmentId)}
  const read = await window.bridge.call('assessments.read', { id: assessmentId })
  const revision = read.value.answers.find((answer) => answer.questionId === questionId)?.revision ?? 0
  const value = { kind: 'practice', choice: revision % 2 === 0 ? 'yes' : 'no' }
  const answer = { questionId, value, note: '', evidenceGrade: 'A' }
  const saved = await window.bridge.call('answer.save', { assessmentId, baseRevision: revision, answer })
  if (!saved.ok) throw new Error(saved.fault.detail)
})()`
