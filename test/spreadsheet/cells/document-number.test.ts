import { expect, test } from 'vitest'
import { readDocumentNumber } from '#app/spreadsheet/cells/document-number.ts'

test.each([
  ['连教体〔2023〕12号', 'accept', '连教体〔2023〕12号'],
  ['连教体[2023]12号', 'accept', '连教体〔2023〕12号'],
  ['连教体（2023）12号', 'accept', '连教体〔2023〕12号'],
  ['连教体 〔2023〕 12 号', 'accept', '连教体〔2023〕12号'],
  ['连教体〔2023〕第12号', 'warn', '连教体〔2023〕12号'],
  ['连教体〔2023〕012号', 'warn', '连教体〔2023〕12号'],
  ['连教体2023年12号', 'warn', '连教体〔2023〕12号'],
  ['连教体〔2023〕号', 'ask', null],
  ['2023年第12号', 'ask', null],
  ['连教体〔23〕12号', 'reject', null],
  ['12号', 'reject', null],
  ['见附件', 'reject', null],
  ['-', 'blank', null],
])('the document number %s is %s', (text, reading, value) => {
  const answer = readDocumentNumber({ type: 'text', text })

  expect(answer.reading).toBe(reading)
  expect('value' in answer ? answer.value : null).toBe(value)
})

test('a number cell is no document number', () => {
  expect(readDocumentNumber({ type: 'number', value: 12, format: 'General' }).reading).toBe('reject')
})
