import { type Locale, say } from '#app/i18n/text.ts'
import { withoutBlanks } from '#app/spreadsheet/plain-text.ts'
import { type AnyColumn, columnKey, wordingsOf } from '#app/spreadsheet/sheet.ts'
import { declaredSheets } from './declared-sheets.ts'
import { isSheetName } from './sheet-name.ts'

/** More words than these are no help beside a cell; the template has the whole list. */
const mostChoices = 12

/** What the column under a header takes, in the words of its template; null where the declaration says nothing. */
export function allowedIn(sheet: string, header: string, locale: Locale): string | null {
  const column = columnHeaded(sheet, header)
  if (column === undefined) return null
  const choices = column.choices ?? []
  const parts = [
    column.hint === undefined ? '' : say(locale, column.hint),
    choices.length > 0 && choices.length <= mostChoices ? choices.join(locale === 'en' ? ', ' : '、') : '',
  ].filter(part => part !== '')
  return parts.length === 0 ? null : parts.join(' · ')
}

/** The column of a sheet that goes by a header, in any of its wordings. */
export function columnHeaded(sheet: string, header: string): AnyColumn | undefined {
  if (!isSheetName(sheet) || header === '') return undefined
  const declared = declaredSheets[sheet]
  const plain = (text: string) =>
    withoutBlanks(text)
      .replace(/[*＊]$/, '')
      .toLowerCase()
  const key = Object.entries(wordingsOf(declared)).find(([, wordings]) =>
    wordings.some(wording => plain(wording) === plain(header)),
  )?.[0]
  return key === undefined ? undefined : declared.columns[columnKey(key)]
}
