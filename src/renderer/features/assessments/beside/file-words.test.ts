import { describe, expect, test } from 'vitest'
import { isNameMisleading, kindOf, sizeText } from './file-words.ts'

describe('a file in words', () => {
  test.each([
    [0, '0 bytes'],
    [340, '340 bytes'],
    [1_024, '1 KB'],
    [1_258_291, '1.2 MB'],
    [26_214_400, '25 MB'],
    [5_368_709_120, '5 GB'],
    [5_368_709_120_000, '5,000 GB'],
  ])('%d is as large as "%s"', (sizeBytes, words) => {
    expect(sizeText(sizeBytes)).toBe(words)
  })

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
