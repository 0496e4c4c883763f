// One line of turns for as long as a component is on the screen.
import { useState } from 'react'
import { createInTurn, type InTurn } from '#shared/in-turn.ts'

export function useTurns(): InTurn {
  const [inTurn] = useState(createInTurn)
  return inTurn
}
