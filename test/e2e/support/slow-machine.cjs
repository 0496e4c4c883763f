// Runs inside Electron before the app, in tests only: lets the engine take this machine for a slow one, so that its vaults open in a
// fifth of the time. The keys of a vault cost what its machine can do in half a second, and never less than RFC 9106's second choice;
// that least is what a slow machine gets. Everything else that the engine times by this clock (automatic backups, turns of long work) runs
// ten times as often, too. For tests that open a vault again and again, and that are not about its keys or its backups.
const { join } = require('node:path')
const { utilityProcess } = require('electron')

module.exports = require('./hold-ready.cjs')

const fork = utilityProcess.fork.bind(utilityProcess)
utilityProcess.fork = (entry, words, options) =>
  options.serviceName === 'Gatehouse engine'
    ? fork(join(__dirname, 'slow-machine-engine.mjs'), [entry, ...words], options)
    : fork(entry, words, options)
