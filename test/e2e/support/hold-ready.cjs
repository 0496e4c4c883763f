// Runs inside Electron before the app, in tests only: holds the app's "ready" until Playwright has attached.
// Playwright does the same for an Electron that it finds by itself. Without it a window may begin to load while Playwright
// attaches; then it misses that the page came, and waits for it until its time is over (about one start in a hundred).
const { app } = require('electron')

const place = process.argv.indexOf('-r')
process.argv.splice(place, 2)

const whenReady = app.whenReady()
const emit = app.emit.bind(app)
let heldEvent = []
let isReady = false
let letGo = () => {}
const released = new Promise((resolve) => {
  letGo = resolve
})

app.emit = (event, ...details) => {
  if (event !== 'ready') return emit(event, ...details)
  heldEvent = details
  return app.listenerCount('ready') > 0
}
app.isReady = () => isReady
app.whenReady = () => released

// Playwright calls it by this name as soon as it listens.
Reflect.set(globalThis, '__playwright_run', async () => {
  await whenReady
  isReady = true
  letGo()
  emit('ready', ...heldEvent)
})
