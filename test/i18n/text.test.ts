import { expect, test } from 'vitest'
import { inARow } from '#app/i18n/text.ts'

test('words stand in a row as each language parts them', () => {
  expect(inARow('zh-CN', ['小学', '初中'])).toBe('小学、初中')
  expect(inARow('en', ['Primary', 'Junior'])).toBe('Primary, Junior')
})
