// The page's one way out: a single channel, and no network interfaces beside it.
import { contextBridge, ipcRenderer, webFrame } from 'electron'

contextBridge.exposeInMainWorld('bridge', { call: (name: unknown, input: unknown) => ipcRenderer.invoke('door', name, input) })
const removed = ['RTCPeerConnection', 'webkitRTCPeerConnection', 'RTCDataChannel', 'WebTransport', 'WebSocket', 'EventSource']
void webFrame.executeJavaScript(`for (const name of ${JSON.stringify(removed)}) Object.defineProperty(window, name, { value: undefined, writable: false, configurable: false })`)
