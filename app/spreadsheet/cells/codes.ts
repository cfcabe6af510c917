import type { ProblemValues, Reading } from '../reading.ts'

/** Every code a cell reader may answer with; cells.text.ts words each of them. */
export const cellCodes = [
  'cell.error', 'cell.boolean', 'cell.not-understood', 'cell.too-long', 'cell.ditto', 'cell.garbled', 'cell.corrected',
  'minutes.about', 'minutes.at-least', 'minutes.at-most', 'minutes.other-period', 'minutes.per-lesson', 'minutes.half-day-unclear',
  'minutes.no-such-time', 'minutes.times-unclear', 'minutes.product-unclear', 'minutes.lessons-unclear', 'minutes.range-unclear', 'minutes.range',
  'minutes.lessons', 'minutes.leading-zero', 'minutes.fraction', 'minutes.unit-corrected', 'minutes.unit-unclear', 'minutes.time-of-day',
  'minutes.not-done', 'minutes.negative', 'minutes.not-minutes', 'minutes.formula', 'minutes.not-a-number', 'minutes.unclear', 'minutes.event',
  'minutes.several', 'minutes.too-many', 'minutes.too-few', 'minutes.many', 'minutes.rounded', 'minutes.total-differs', 'minutes.overlap',
  'minutes.eye-exercise', 'minutes.label-doubtful', 'minutes.span-backwards', 'minutes.odd-hour', 'minutes.is-date', 'minutes.time-format',
  'kind.unclear', 'kind.unknown', 'kind.note-ignored',
  'clock.not-a-time', 'clock.backwards', 'clock.odd-hour', 'clock.half-day-differs', 'choice.unclear', 'choice.unknown',
  'code.not-ten-digits', 'code.unusual', 'code.precision-lost', 'code.not-a-code', 'number.not-a-number', 'number.out-of-bounds',
  'document-number.no-pattern', 'document-number.unclear', 'document-number.corrected',
  'count.about', 'count.at-least', 'count.unclear', 'count.class-size-unknown', 'count.whole-class', 'count.not-people', 'count.negative',
  'count.not-a-number', 'count.not-whole', 'count.too-many', 'count.leading-zero', 'count.class-size-differs', 'count.total-differs',
  'count.subtracted', 'count.is-date',
  'date.ahead', 'date.corrected', 'date.half-day-ignored', 'date.instant', 'date.no-day', 'date.no-month', 'date.no-school', 'date.no-such-day', 'date.not-a-date', 'date.number', 'date.old-weekday', 'date.order', 'date.other-year', 'date.other-zone', 'date.range-backwards', 'date.range-empty', 'date.range-long', 'date.range-skips', 'date.serial', 'date.twice', 'date.unclear', 'date.weekday-differs', 'date.weekday-only', 'date.year-unclear',
  'class.brackets', 'class.campus', 'class.corrected', 'class.glued', 'class.grade-differs', 'class.high-number', 'class.is-date', 'class.joined', 'class.no-grade', 'class.no-such-class', 'class.no-such-grade', 'class.not-a-class', 'class.number', 'class.numerals', 'class.stream', 'class.twice', 'class.unclear', 'class.whole-grade', 'grade.band', 'grade.band-unclear', 'grade.cohort-unclear', 'grade.contradiction', 'grade.corrected', 'grade.from-class', 'grade.graduation', 'grade.is-date', 'grade.no-such-cohort', 'grade.no-such-grade', 'grade.not-a-grade', 'grade.range', 'grade.range-backwards', 'grade.term-ignored', 'grade.twice', 'grade.unclear', 'grade.whole-stage',
  'minutes.hour-and-half', 'minutes.times', 'school.not-found', 'school.several', 'school.alias', 'school.group', 'school.old-county', 'school.near', 'school.bad-code',
] as const

export type CellCode = (typeof cellCodes)[number]

/** As in reading.ts, but the code must be one that cells.text.ts words. */
export function warn<T>(value: T, code: CellCode, values?: ProblemValues): Reading<T> {
  return { reading: 'warn', value, code, values }
}

export function ask<T>(code: CellCode, candidates?: T[], values?: ProblemValues): Reading<T> {
  return { reading: 'ask', code, values, candidates: candidates?.length ? candidates : undefined }
}

export function reject<T>(code: CellCode, values?: ProblemValues): Reading<T> {
  return { reading: 'reject', code, values }
}
