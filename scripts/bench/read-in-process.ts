import { readFileSync } from 'node:fs'
import { read } from 'xlsx'
import { readInParts, readWholeInParts } from '#app/spreadsheet/reading/read-in-parts.server.ts'
import { streamLimits, workbookLimits } from '#app/spreadsheet/workbook.ts'

/** Reads a workbook in this process and answers the rows; 'refused' is only content when it is refused. */
const readers: Record<string, (bytes: Buffer) => Promise<number>> = {
  async ours(bytes) {
    const workbook = await readInParts(bytes, streamLimits)
    if (!workbook.ok) throw new Error(`The workbook was refused: ${workbook.refusal}`)
    let rows = 0
    for await (const part of workbook.parts) {
      if (part.part === 'refused') throw new Error(`The workbook was refused: ${part.refused.refusal}`)
      if (part.part === 'rows') rows += part.rows.length
    }
    return rows
  },
  async refused(bytes) {
    const workbook = await readWholeInParts(bytes, workbookLimits)
    if (!workbook.ok) return 0
    for await (const part of workbook.parts) if (part.part === 'refused') return 0
    throw new Error('The workbook was not refused')
  },
  async floor(bytes) {
    const lean = { dense: true, cellText: false, cellHTML: false, cellFormula: false, sheets: 0 }
    const workbook = read(bytes, lean)
    return workbook.Sheets[workbook.SheetNames[0] ?? '']?.['!data']?.length ?? 0
  },
}

const [, , reader = '', file = ''] = process.argv
const bytes = readFileSync(file)
const idle = process.memoryUsage.rss()
const start = performance.now()
const rows = await readers[reader]?.(bytes)
const milliseconds = performance.now() - start
const megabytes = (process.resourceUsage().maxRSS * 1024 - idle) / 1024 / 1024
console.log(JSON.stringify({ rows, milliseconds, megabytes }))
