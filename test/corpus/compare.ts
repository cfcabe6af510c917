import type { StagedFile } from '#app/features/imports/stage-file.server.ts'
import type { Expectation } from './expectation.ts'

/** What differs between what a file says and what was read of it; empty when all is right. */
export interface Differences {
  /** Rows that the file holds and that were not read as they stand there. */
  lost: string[]
  /** Rows that were read and do not stand in the file so. */
  invented: string[]
  /** Cells of which something should have been said. */
  silent: string[]
  /** Cells of which something was said for no reason. */
  noise: string[]
}

const told = (problem: { sheet: string; cell: string; reading: string; code: string }) =>
  `${problem.sheet}!${problem.cell} ${problem.reading} ${problem.code}`

export function differences(expected: Expectation, read: StagedFile): Differences {
  const rows = read.ok ? read.staged.rows.map(({ shown }) => wordsOf(shown)) : []
  const problems = (read.ok ? read.staged.problems : read.problems).filter(
    ({ code }) => code !== 'activity.long-day',
  )
  const wanted = expected.rows.map(wordsOf)
  const flags = expected.problems.map(told)
  const found = problems.map(told)
  return {
    lost: without(wanted, rows),
    invented: without(rows, wanted),
    silent: without(flags, found),
    noise: without(found, flags),
  }
}

/** A row's values in one text, whatever their order; the class's spoken name only repeats its key. */
function wordsOf(values: Record<string, string | number | null>): string {
  return Object.entries(values)
    .filter(([key, value]) => value !== null && key !== 'className')
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, value]) => `${key}=${value}`)
    .join(' ')
}

/** Each of the texts as often as `others` lacks it. */
function without(texts: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>()
  for (const text of others) left.set(text, (left.get(text) ?? 0) + 1)
  return texts.filter(text => {
    const count = left.get(text) ?? 0
    left.set(text, count - 1)
    return count <= 0
  })
}

/** Class-days of more minutes than 240, of which a word must be said; the class as people name it: '三(1)班'. */
export function longDaysOf(rows: Expectation['rows']): string[] {
  const sums = new Map<string, number>()
  for (const { class: of, date, minutes } of rows) {
    const [, grade, no] = /^G(\d)#(\d+)$/.exec(String(of)) ?? []
    const key = `${'零一二三四五六七八九'[Number(grade)]}(${no})班 ${date}`
    sums.set(key, (sums.get(key) ?? 0) + Number(minutes))
  }
  return [...sums].filter(([, minutes]) => minutes > 240).map(([key]) => key)
}
