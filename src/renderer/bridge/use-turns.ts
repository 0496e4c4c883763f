// One line of turns for as long as a component is on the screen.
import { useState } from 'react'
import { createTurns, type InTurn } from './turns.ts'

export function useTurns(): InTurn {
  const [inTurn] = useState(createTurns)
  return inTurn
}
