// The page's one way out: a single channel, and no network interfaces beside it.
import { contextBridge, ipcRenderer, webFrame } from 'electron'

contextBridge.exposeInMainWorld('bridge', { call: (name: unknown, input: unknown) => ipcRenderer.invoke('door', name, input) })
const removed = ['RTCPeerConnection', 'webkitRTCPeerConnection', 'RTCDataChannel', 'WebTransport', 'WebSocket', 'EventSource']
const define = '{ value: undefined, writable: false, configurable: false }'
// The last word keeps the window itself from being the result, which could not be handed back.
void webFrame.executeJavaScript(`for (const name of ${JSON.stringify(removed)}) Object.defineProperty(window, name, ${define}); true`)
