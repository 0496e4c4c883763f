import { describe, expect, test } from 'vitest'
import { isNameMisleading, kindOf } from './file-words.ts'

describe('a file in words', () => {
  test('has the word of its kind, or none', () => {
    expect(kindOf('application/pdf')).toBe('pdf')
    expect(kindOf('application/x-something')).toBe('other')
  })

  test.each([
    ['scan.pdf', 'application/pdf', false],
    ['photo.JPG', 'image/jpeg', false],
    ['picture.png', 'text/html', true],
    ['letter.pdf', 'application/vnd.microsoft.portable-executable', true],
    ['notes.xyz', 'text/plain', false],
    ['README', 'text/plain', false],
    ['report.docx', 'application/zip', false],
    ['invoice.pdf', 'application/octet-stream', true],
  ])('%s that holds %s is misleading: %s', (fileName, mediaType, isMisleading) => {
    expect(isNameMisleading(fileName, mediaType)).toBe(isMisleading)
  })
})
