// Gives each property a few seconds in the mutation run.
import fc from 'fast-check'

fc.configureGlobal({ interruptAfterTimeLimit: 3_000, markInterruptAsFailure: false })
