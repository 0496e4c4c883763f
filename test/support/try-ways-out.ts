// Runs in a process of its own: tries every way onto a network after (or, with "open", without) taking them away, and prints how each ended.
import { execFile, fork, spawn, spawnSync } from 'node:child_process'
import dgram, { createSocket } from 'node:dgram'
import dns, { lookup, promises as dnsPromises, Resolver } from 'node:dns'
import { lookup as lookupPromised, Resolver as PromisedResolver } from 'node:dns/promises'
import http from 'node:http'
import http2 from 'node:http2'
import https from 'node:https'
import inspector from 'node:inspector'
import net, { connect, createServer } from 'node:net'
import tls from 'node:tls'
import { Worker } from 'node:worker_threads'
import { removeNodeNetwork } from '#main/engine/no-network.ts'

const port = 9
const host = '127.0.0.1'

/** Promises settle, emitters say so by an event: either way the end of it. */
async function settle(made: unknown): Promise<void> {
  if (made instanceof Promise) await made
  else if (made instanceof net.Socket || made instanceof http.ClientRequest) {
    await new Promise((resolve, reject) => made.once('error', reject).once('close', resolve))
  }
}

/** Ways that stay on this machine even where nothing is taken away. */
const harmless: Readonly<Record<string, () => unknown>> = {
  'net.connect': () => net.connect(port, host),
  'connect imported by name': () => connect(port, host),
  'net.createConnection': () => net.createConnection({ port, host }),
  'a socket of its own': () => new net.Socket().connect(port, host),
  'a Unix socket': () => net.connect('/nowhere.sock'),
  'tls.connect': () => tls.connect({ port, host }),
  'http.get': () => http.get(`http://${host}:${port}/`),
  'https.get': () => https.get(`https://${host}:${port}/`),
  fetch: () => fetch(`http://${host}:${port}/`),
  'dns.lookup': () => dns.promises.lookup('localhost'),
}

const others: Readonly<Record<string, () => unknown>> = {
  'http2.connect': () => http2.connect(`http://${host}:${port}`),
  'a server': () => createServer().listen(0, host),
  'an HTTP server': () => http.createServer().listen(0, host),
  'dgram.createSocket': () => dgram.createSocket('udp4'),
  'createSocket imported by name': () => createSocket('udp4'),
  'a datagram socket of its own': () => Reflect.construct(dgram.Socket, ['udp4']).send('x', port, host),
  'lookup imported by name': () => lookup('localhost', () => undefined),
  'the promised lookup imported by name': () => lookupPromised('localhost'),
  'the promised lookup of node:dns': () => dnsPromises.lookup('localhost'),
  'dns.lookupService': () => dns.lookupService(host, port, () => undefined),
  'dns.resolveMx': () => dns.resolveMx('example.invalid', () => undefined),
  'a resolver': () => new Resolver().resolve4('example.invalid', () => undefined),
  'a promised resolver': () => new PromisedResolver().resolveTxt('example.invalid'),
  WebSocket: () => new WebSocket(`ws://${host}:${port}`),
  spawn: () => spawn('true'),
  spawnSync: () => spawnSync('true'),
  execFile: () => execFile('true'),
  fork: () => fork('nothing.js'),
  'a worker thread': () => new Worker('process.exit()', { eval: true }),
  'the inspector': () => inspector.open(0, host),
}

const isOpen = process.argv[2] === 'open'
if (!isOpen) removeNodeNetwork()

const endings: Record<string, string> = {}
for (const [name, way] of Object.entries(isOpen ? harmless : { ...harmless, ...others })) {
  try {
    await settle(way())
    endings[name] = 'went out'
  } catch (error) {
    endings[name] = error instanceof Error ? error.message : 'went out'
  }
}
process.stdout.write(`${JSON.stringify(endings)}\n`)
process.exit()
