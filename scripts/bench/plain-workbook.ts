import { once } from 'node:events'
import { createDeflateRaw } from 'node:zlib'
import { numberOfDay } from '#app/calendar-day.ts'
import { kindNames } from '#app/features/activity/activity.text.ts'
import type { ActivityRecord } from '#app/features/imports/activity-log.sheet.ts'

const epoch1900 = 25_569
const rowsInPiece = 500

/**
 * The fastest suitable writer of reference/performance.md as one would first write it: own stream of sheet XML with
 * inline strings, deflated at level 1. It makes the sheet only, from rows that are all in memory; answers its bytes.
 */
export async function plainSheet(rows: readonly ActivityRecord[]): Promise<number> {
  const deflate = createDeflateRaw({ level: 1 })
  let length = 0
  deflate.on('data', (chunk: Buffer) => {
    length += chunk.length
  })
  const end = once(deflate, 'end')
  for (let from = 0; from < rows.length; from += rowsInPiece) {
    const piece = rows.slice(from, from + rowsInPiece).map((row, at) => rowOf(row, from + at + 2))
    if (!deflate.write(piece.join(''))) await once(deflate, 'drain')
  }
  deflate.end()
  await end
  return length
}

function rowOf(row: ActivityRecord, number: number): string {
  const cells = [
    textOf('A', number, row.code),
    `<c r="B${number}" s="3"><v>${numberOfDay(row.date) + epoch1900}</v></c>`,
    textOf('C', number, row.grade),
    textOf('D', number, row.className),
    textOf('E', number, kindNames[row.kind]['zh-CN']),
    textOf('F', number, row.sport),
    textOf('G', number, row.startsAt),
    `<c r="H${number}"><v>${row.minutes}</v></c>`,
    row.participants === null ? '' : `<c r="I${number}"><v>${row.participants}</v></c>`,
    textOf('J', number, row.teacher),
    textOf('K', number, row.note),
  ]
  return `<row r="${number}">${cells.join('')}</row>`
}

function textOf(column: string, number: number, text: string | null): string {
  if (text === null) return ''
  const safe = text.replace(/[&<>"]/g, sign => `&#${sign.charCodeAt(0)};`)
  return `<c r="${column}${number}" s="2" t="inlineStr"><is><t xml:space="preserve">${safe}</t></is></c>`
}
