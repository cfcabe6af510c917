import { expect, test } from 'vitest'
import { readDocumentNumber } from '#app/features/title-applications/designate.rule.ts'
import { isRunning, namesIn } from '#app/features/title-applications/notice.rule.ts'

test.each([
  ['连教体〔2026〕12号', '连教体〔2026〕12号'],
  [' 连教体（２０２６）１２号 ', '连教体〔2026〕12号'],
  ['连教体[2026] 12 号', '连教体〔2026〕12号'],
  ['连教体【2025】3号', '连教体〔2025〕3号'],
])('"%s" is the number %s', (typed, document) => {
  expect(readDocumentNumber(typed, '2026-12-08')).toEqual({ ok: true, document })
})

test.each([
  ['', 'document-missing'],
  ['12号', 'document-unreadable'],
  ['连教体2026-12号', 'document-unreadable'],
  ['连教体〔26〕12号', 'document-unreadable'],
  ['连教体〔2026〕012号', 'document-unreadable'],
  ['连教体〔2026〕12号、13号', 'document-unreadable'],
  ['连教体〔2027〕1号', 'document-from-later'],
])('"%s" is refused: %s', (typed, refusal) => {
  expect(readDocumentNumber(typed, '2026-12-08')).toEqual({ ok: false, refusal })
})

test('objections are heard until the last day, that day included', () => {
  expect(isRunning({ endsOn: '2026-12-07' }, '2026-12-07')).toBe(true)
  expect(isRunning({ endsOn: '2026-12-07' }, '2026-12-08')).toBe(false)
})

test('the bureaus are told apart whatever stands between them', () => {
  expect(namesIn('市教育局、市体育局')).toEqual(['市教育局', '市体育局'])
  expect(namesIn('连云港市教育局； 连云港市体育局')).toEqual(['连云港市教育局', '连云港市体育局'])
})
