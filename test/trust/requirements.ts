// Every promise about security and reliability with the tests that prove it. docs/security.md prints this list.
import { faultRequirements } from './fault-promises.ts'
import { securityRequirements } from './security-promises.ts'

export const requirements = [...securityRequirements, ...faultRequirements]
