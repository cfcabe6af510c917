import { describe, expect, test } from 'vitest'
import { countAlike, isAnswerable, likeness } from '#app/features/imports/answerable.rule.ts'
import { answersIn, placeIn } from '#app/features/imports/answers-form.ts'
import { laidOver, standingCorrections } from '#app/features/imports/corrections.rule.ts'
import { previewAfter } from '#app/features/imports/preview-address.ts'

function form(fields: Record<string, string>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.append(name, value)
  return data
}

const rows = { 'place.0': 'Sheet1!C2', 'place.1': '三(1)班!说明!D10', 'typed.0': '', 'typed.1': ' ' }

test('no text in a cell gives minutes to a table that has none, or a column to a sheet that does not know it', () => {
  expect(isAnswerable({ cell: 'A1', code: 'activity.no-minutes' })).toBe(false)
  expect(isAnswerable({ cell: 'G1', code: 'sheet.unknown-column' })).toBe(false)
})

describe('the answers in a form', () => {
  test('are what was typed in any row, trimmed; what was left blank is none', () => {
    expect(answersIn(form(rows))).toEqual([])
    expect(answersIn(form({ ...rows, 'typed.0': ' 40 ', 'typed.1': '45' }))).toEqual([
      { kind: 'set', sheet: 'Sheet1', cell: 'C2', text: '40', isForAll: false },
      { kind: 'set', sheet: '三(1)班!说明', cell: 'D10', text: '45', isForAll: false },
    ])
  })

  test('end with the button that was pressed, so that it counts over what was typed beside it', () => {
    const typed = { ...rows, 'typed.0': '40' }

    expect(answersIn(form({ ...typed, choose: '0:三(1)班' })).at(-1)).toMatchObject({
      cell: 'C2',
      text: '三(1)班',
    })
    expect(answersIn(form({ ...typed, chooseAll: '1:a:b' })).at(-1)).toMatchObject({
      ...{ cell: 'D10', text: 'a:b', isForAll: true },
    })
    expect(answersIn(form({ ...rows, choose: '1:' }))).toMatchObject([{ cell: 'D10', text: '' }])
    expect(answersIn(form({ ...typed, typedAll: '0' }))).toMatchObject([{ cell: 'C2', isForAll: true }])
    expect(answersIn(form({ ...rows, skip: '1' }))).toEqual([
      { kind: 'skip', sheet: '三(1)班!说明', place: 'D10' },
    ])
    expect(answersIn(form({ skipRow: 'Sheet1!17' }))).toEqual([
      { kind: 'skip', sheet: 'Sheet1', place: '17' },
    ])
  })

  test('are none where a place is missing or no place', () => {
    for (const place of ['', 'Sheet1', 'Sheet1!', 'Sheet1!C', 'Sheet1!C0', 'Sheet1!C2:D3', 'Sheet1!c2'])
      expect(answersIn(form({ 'place.0': place, 'typed.0': '40' }))).toEqual([])
    expect(answersIn(form({ choose: '3:x', skip: '3', skipRow: 'x' }))).toEqual([])
    expect(placeIn('a!b!C3')).toEqual({ sheet: 'a!b', cell: 'C3' })
  })
})

describe('of several answers to one place', () => {
  const at = (place: string, action: 'set' | 'skip' | 'restore', value = '') => ({
    ...{ sheet: 'Sheet1', place, action, value },
  })

  test('the last holds, and taking it back takes back all', () => {
    const given = [at('C2', 'set', '1'), at('D2', 'set', '2'), at('C2', 'set', '3'), at('7', 'skip')]

    expect(standingCorrections(given).map(one => `${one.place} ${one.value}`)).toEqual(['D2 2', 'C2 3', '7 '])
    expect(laidOver([...given, at('C2', 'restore')])).toEqual({
      cells: [{ sheet: 'Sheet1', cell: 'D2', text: '2' }],
      skipped: [{ sheet: 'Sheet1', row: 7 }],
    })
    expect(laidOver([...given, at('7', 'restore'), at('7', 'skip')]).skipped).toHaveLength(1)
  })
})

describe('problems', () => {
  const problem = (cell: string, code = 'minutes.unknown', raw = '久', sheet = 'Sheet1') => ({
    sheet,
    cell,
    code,
    raw,
  })

  test('are alike with the same trouble and text in one column of one sheet', () => {
    const one = likeness(problem('C2'))
    expect(likeness(problem('C20'))).toBe(one)
    for (const other of [
      problem('D2'),
      problem('C2', 'minutes.negative'),
      problem('C2', undefined, '很久'),
      problem('C2', undefined, undefined, '别的'),
    ])
      expect(likeness(other)).not.toBe(one)
    const alike = countAlike([problem('C2'), problem('C2'), problem('C3'), problem('D2')])
    expect(alike.get(one)).toBe(2)
  })

  test('of a file as a whole cannot be settled in a cell', () => {
    expect(isAnswerable(problem('C2'))).toBe(true)
    for (const code of ['activity.other-school', 'activity.personal-data', 'sheet.missing-columns'])
      expect(isAnswerable(problem('C2', code))).toBe(false)
    expect(isAnswerable(problem(''))).toBe(false)
  })
})

test('an answer leads back to the pages that were looked at, and to nothing else', () => {
  const back = 'verdict=rejected&page=2&problems=3&answered=yes&next=//evil.example&verdict2=x'

  expect(previewAfter('01', form({ back }), { ok: true })).toBe(
    '/imports/01?verdict=rejected&page=2&problems=3&answered=yes#problems',
  )
  expect(previewAfter('01', form({ back: 'page=<b>', at: 'here' }), { ok: false, refusal: 'busy' })).toBe(
    '/imports/01?notAnswered=busy',
  )
})
