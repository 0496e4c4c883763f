import { describe, expect, test } from 'vitest'
import { routeOf } from './route.ts'

const id = '0b0e7d6e-51a7-4d0c-9a0e-0f3c7c1c2f01'

describe('the place in a history entry', () => {
  test.each([
    { screen: 'home' },
    { screen: 'verify' },
    { screen: 'settings' },
    { screen: 'assessment', id },
    { screen: 'assessment', id, questionId: 'AD-02' },
  ])('%o is read as it is', (route) => {
    expect(routeOf(route)).toEqual(route)
  })
  test.each([null, undefined, 'home', {}, { screen: 'admin' }, { screen: 'assessment' }, { screen: 'assessment', id: '../../etc' }])(
    '%o leads home',
    (state) => {
      expect(routeOf(state)).toEqual({ screen: 'home' })
    },
  )
})
