import { createRequire } from 'node:module'
import { type Content, isFormatted, type Paper, shown } from '../paper.ts'
import { gb18030 } from './text.ts'

const CFB: typeof import('xlsx').CFB = createRequire(import.meta.url)('xlsx').CFB

/**
 * The workbook of Excel 5.0/95 on a Chinese Windows: BIFF5 records in a 'Book' stream, text in code page 936, no
 * merged cells. Record numbers and layouts: OpenOffice.org's Documentation of the Microsoft Excel File Format, 5 and 6.
 */
export function biff5(papers: readonly Paper[]): Uint8Array {
  const formats: string[] = []
  const styleOf = (format: string) => {
    if (!formats.includes(format)) formats.push(format)
    return formats.indexOf(format) + 1
  }
  const sheets = papers.map(paper => sheetRecords(paper, styleOf))
  const names = papers.map(paper => Buffer.from(gb18030(paper.name)))
  const before = Buffer.concat([
    record(0x0809, u16(0x0500, 0x0005, 0x096c, 0x07c9)),
    record(0x0042, u16(936)),
    ...Array.from({ length: 5 }, () => record(0x0031, font())),
    ...formats.map((format, index) => record(0x041e, Buffer.concat([u16(164 + index), short(format)]))),
    record(0x00e0, xf(0)),
    ...formats.map((_, index) => record(0x00e0, xf(164 + index))),
  ])
  const eof = record(0x000a, Buffer.alloc(0))
  const bounds = names.reduce((sum, name) => sum + 4 + 7 + name.length, 0)
  let offset = before.length + bounds + eof.length
  const boundSheets = names.map((name, index) => {
    const hidden = papers[index]?.state === 'visible' ? 0 : 1
    const at = offset
    offset += sheets[index]?.length ?? 0
    return record(0x0085, Buffer.concat([u32(at), Buffer.from([hidden, 0, name.length]), name]))
  })
  const book = CFB.utils.cfb_new()
  CFB.utils.cfb_add(book, '/Book', Buffer.concat([before, ...boundSheets, eof, ...sheets]))
  return new Uint8Array(CFB.write(book, { type: 'buffer' }) as Buffer)
}

function sheetRecords(paper: Paper, styleOf: (format: string) => number): Buffer {
  const width = Math.max(1, ...paper.rows.map(cells => cells.length))
  const cells = paper.rows.flatMap((contents, row) =>
    contents.flatMap((content, column) =>
      content === null ? [] : [cellRecord(content, row, column, styleOf)],
    ),
  )
  return Buffer.concat([
    record(0x0809, u16(0x0500, 0x0010, 0x096c, 0x07c9)),
    record(0x0200, u16(0, paper.rows.length, 0, width, 0)),
    ...cells,
    record(0x000a, Buffer.alloc(0)),
  ])
}

function cellRecord(
  content: Exclude<Content, null>,
  row: number,
  column: number,
  styleOf: (format: string) => number,
): Buffer {
  const number = typeof content === 'number' ? content : isFormatted(content) ? content.number : null
  if (number === null) {
    const text = Buffer.from(gb18030(shown(content)))
    return record(0x0204, Buffer.concat([u16(row, column, 0, text.length), text]))
  }
  const value = Buffer.alloc(8)
  value.writeDoubleLE(number)
  return record(
    0x0203,
    Buffer.concat([u16(row, column, isFormatted(content) ? styleOf(content.format) : 0), value]),
  )
}

function record(type: number, body: Buffer): Buffer {
  return Buffer.concat([u16(type, body.length), body])
}

function u16(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2)
  values.forEach((value, index) => void bytes.writeUInt16LE(value, index * 2))
  return bytes
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

function short(text: string): Buffer {
  const bytes = Buffer.from(gb18030(text))
  return Buffer.concat([Buffer.from([bytes.length]), bytes])
}

/** 10 points, black, 宋体. */
const font = () => Buffer.concat([u16(200, 0, 0x7fff, 400, 0), Buffer.from([0, 0, 134, 0]), short('宋体')])

/** A cell's format: font 0, the number format, the rest as in an empty workbook. */
const xf = (format: number) => Buffer.concat([u16(0, format, 0x0001, 0x0020, 0x20c0, 0, 0, 0)])
