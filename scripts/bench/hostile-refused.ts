import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { constants, deflateRawSync } from 'node:zlib'
import type { Figure } from './figure.ts'
import { deflatedRepeat, sheetXml, workbookOf, workbookParts, zipOf } from './hostile-workbooks.ts'
import { type Reading, readingFigure, readingOf } from './own-process.ts'

const sheet = 'xl/worksheets/sheet1.xml'

/** Files of at most two megabytes that would take gigabytes, minutes or both. */
const hostile: Record<string, () => Buffer> = {
  'a sheet of a gigabyte that declares a megabyte': () =>
    zipOf(workbookParts('', { [sheet]: gigabyte(1_000_000) })),
  'a picture of a gigabyte': () =>
    zipOf(workbookParts(sheetXml(''), { 'xl/media/image1.png': gigabyte(1_000_000_000) })),
  'shared strings of a gigabyte that declare a megabyte': () =>
    zipOf(workbookParts(sheetXml(''), { 'xl/sharedStrings.xml': gigabyte(1_000_000) })),
  'fifty million shared strings': () =>
    zipOf(
      workbookParts(sheetXml(''), { 'xl/sharedStrings.xml': deflatedRepeat('<si/>', 50_000_000, '<sst>') }),
    ),
  'four million cells in few rows': () =>
    zipOf(
      workbookParts('', {
        [sheet]: deflatedRepeat(
          `<row>${'<c><v>1</v></c>'.repeat(250)}</row>`,
          16_000,
          '<worksheet><sheetData>',
          '</sheetData></worksheet>',
        ),
      }),
    ),
  'a million merged ranges': () =>
    workbookOf('', `<mergeCells>${'<mergeCell ref="A1:B2"/>'.repeat(1_000_000)}</mergeCells>`),
}

/** A sheet of five hundred rows, as schools send it. */
function ordinary(): Buffer {
  const rows = Array.from(
    { length: 500 },
    (_, at) => `<row r="${at + 1}">${'<c><v>40</v></c>'.repeat(10)}</row>`,
  )
  return workbookOf(rows.join(''))
}

/** A gigabyte in a megabyte: one deflated block that refers to nothing before it, again and again. */
function gigabyte(declaredSize: number) {
  const block = deflateRawSync(Buffer.alloc(1_000_000), { finishFlush: constants.Z_FULL_FLUSH })
  const end = deflateRawSync(Buffer.alloc(0))
  return { deflated: Buffer.concat([...Array(1_000).fill(block), end]), declaredSize, checksum: 0 }
}

/** The slowest refusal of the hostile files; the floor is the reading of an ordinary one. */
export async function hostileRefused(): Promise<Figure> {
  return figureOf('hostile-refused', 'ms', ({ milliseconds }) => milliseconds)
}

/** The most memory that any of them takes above the process before it. */
export async function hostileRefusedMemory(): Promise<Figure> {
  return figureOf('hostile-refused-memory', 'MB', ({ megabytes }) => megabytes)
}

function figureOf(name: string, unit: 'ms' | 'MB', of: (reading: Reading) => number): Promise<Figure> {
  return readingFigure({ name, unit }, async folder => {
    const files: string[] = []
    for (const [at, bytes] of Object.values(hostile).entries())
      files.push(await written(join(folder, `${at}.xlsx`), bytes()))
    const good = await written(join(folder, 'ordinary.xlsx'), ordinary())
    return {
      ours: async () => {
        const readings: Reading[] = []
        for (const file of files) readings.push(await readingOf('refused', file))
        return Math.max(...readings.map(of))
      },
      floor: async () => of(await readingOf('ours', good)),
    }
  })
}

async function written(file: string, bytes: Buffer): Promise<string> {
  await writeFile(file, bytes)
  return file
}
