// The baseline for the window: the smallest Electron app, one window of our size that shows a static page with a button.
import { app, BrowserWindow } from 'electron'

void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800, show: false })
  window.once('ready-to-show', () => window.show())
  void window.loadFile(process.env['GATEHOUSE_BENCH_PAGE'] ?? '')
})
