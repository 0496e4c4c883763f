// A place in the folder is told from one beside it and from one on another drive.
import { posix, win32 } from 'node:path'
import { describe, expect, test } from 'vitest'
import { isInside } from './is-inside.ts'

describe('a place', () => {
  test.each([
    ['/v/A.gatehouse', '/v/A.gatehouse', true],
    ['/v/A.gatehouse', '/v/A.gatehouse/copies', true],
    ['/v/A.gatehouse', '/v/A.gatehouse/backups/../x.key', true],
    ['/v/A.gatehouse', '/v/A.gatehouse/..key', true],
    ['/v/A.gatehouse', '/v/A.gatehouse/../x.key', false],
    ['/v/A.gatehouse', '/v', false],
    ['/v/A.gatehouse', '/v/A.gatehouse copy/x.key', false],
    ['/v/A.gatehouse', '/media/stick/x.key', false],
  ])('seen from %s, %s is inside: %s', (folder, place, isIn) => {
    expect(isInside(folder, place, posix)).toBe(isIn)
  })

  test.each([
    ['C:\\v\\A.gatehouse', 'C:\\v\\A.gatehouse\\x.key', true],
    ['C:\\v\\A.gatehouse', 'c:\\V\\a.gatehouse\\x.key', true],
    ['C:\\v\\A.gatehouse', 'C:\\v\\x.key', false],
    ['C:\\v\\A.gatehouse', 'E:\\x.key', false],
    ['C:\\v\\A.gatehouse', '\\\\server\\share\\x.key', false],
  ])('on Windows, seen from %s, %s is inside: %s', (folder, place, isIn) => {
    expect(isInside(folder, place, win32)).toBe(isIn)
  })
})
