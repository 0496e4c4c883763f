// Random runs of the shipped pack.
import { runsOf } from './answers.ts'
import { shippedPack } from './shipped-pack.ts'

export const shippedRun = runsOf(shippedPack())
