import type { Reading } from '#app/spreadsheet/reading.ts'

export interface TypedText {
  raw: string
  /** '= value', '?' when it must be asked about or refused, '-' when it is missing. */
  meant: string
}

/** The values of one list in the notation of typed-values.ts. */
export function typedIn(lines: string): TypedText[] {
  return lines
    .split('\n')
    .filter(line => line !== '')
    .map(line => {
      const [, raw = '', meant = ''] = /^(.*) (\?|-|= .*)$/.exec(line) ?? []
      return { raw, meant }
    })
}

/** What came of a value, in the same notation. */
export function cameOf<T>(reading: Reading<T>, shown: (value: T) => string): string {
  if (reading.reading === 'blank') return '-'
  if (reading.reading !== 'accept' && reading.reading !== 'warn') return '?'
  return `= ${shown(reading.value)}`
}
