import { expect, test } from 'vitest'
import { previewKindOf } from './evidence-preview.ts'

test('bitmaps and PDFs can be shown, and nothing that could run or load anything', () => {
  expect(previewKindOf('application/pdf')).toBe('pdf')
  expect(['image/png', 'image/jpeg', 'image/gif', 'image/webp'].map(previewKindOf)).toEqual(['picture', 'picture', 'picture', 'picture'])
  expect(['image/svg+xml', 'text/html', 'text/plain', 'application/octet-stream', ''].map(previewKindOf)).toEqual([
    null,
    null,
    null,
    null,
    null,
  ])
})
