// What a report may look like: readable in every colour that is taken.
import { describe, expect, test } from 'vitest'
import { plainLook, ReportLook } from './report-look.ts'

describe('the look of reports', () => {
  test('is readable when nothing was chosen', () => {
    expect(ReportLook.parse(plainLook)).toEqual(plainLook)
  })

  test.each(['#ffcc00', '#777777', '#ffffff', 'teal', '#14506', '#14506B'])('refuses %s as a colour for small text', (accent) => {
    expect(ReportLook.safeParse({ ...plainLook, accent }).success).toBe(false)
  })

  test.each(['#767676', '#93162f', '#000000'])('takes %s', (accent) => {
    expect(ReportLook.safeParse({ ...plainLook, accent }).success).toBe(true)
  })
})
