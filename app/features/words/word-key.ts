import { withoutBlanks } from '#app/spreadsheet/plain-text.ts'

/** A word as it is compared, the same as aliasKey makes of a name; for readers that run where no database is known. */
export function keyOfWord(word: string): string {
  return withoutBlanks(word).toLowerCase()
}
