import { expect } from 'vitest'
import * as XLSX from 'xlsx'
import { visit } from './page.ts'

type Loader = (input: {
  request: Request
  params: Record<string, string>
  context: never
}) => Promise<Response>

/** The workbook that somebody takes out of a page: its source line, header, and rows of true numbers, days and texts. */
export async function takenOut(
  loader: Loader,
  path: string,
  { cookie, params = {} }: { cookie: string; params?: Record<string, string> },
) {
  const { request } = visit(path, { cookie })
  const answer = await loader({ request, params, context: {} as never })
  const name = decodeURIComponent(answer.headers.get('Content-Disposition') ?? '')
  const [sheet] = Object.values(
    XLSX.read(new Uint8Array(await answer.arrayBuffer()), { cellNF: true }).Sheets,
  )
  if (sheet === undefined) throw new Error('There is no sheet')
  const [source, header = [], ...rows] = cellsOf(sheet)
  expect(header.length).toBeGreaterThan(0)
  return { name, source: String(source?.[0]), header, rows }
}

/** A day or moment as the text it shows; a number only where it is one, so that '5' and 5 differ. */
function cellsOf(sheet: XLSX.WorkSheet): (string | number | null)[][] {
  const { e } = XLSX.utils.decode_range(sheet['!ref'] ?? '')
  return Array.from({ length: e.r + 1 }, (_, r) =>
    Array.from({ length: e.c + 1 }, (_, c) => {
      const cell: XLSX.CellObject | undefined = sheet[XLSX.utils.encode_cell({ r, c })]
      if (cell === undefined) return null
      return cell.t === 'n' && /yy/.test(String(cell.z))
        ? XLSX.SSF.format(String(cell.z), cell.v as number)
        : (cell.v as string | number)
    }),
  )
}
