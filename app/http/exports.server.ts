import type { AppLoadContext } from '@remix-run/node'
import { z } from 'zod'
import type { Day } from '#app/calendar-day.ts'
import { inCity, now } from '#app/calendar-day.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { say } from '#app/i18n/text.ts'
import { columnsOfList, type List } from '#app/spreadsheet/list.ts'
import { csvStream, type Rows, tableStream } from '#app/spreadsheet/write-table.server.ts'
import { uiText } from '#app/ui/ui.text.ts'
import { download } from './downloads.server.ts'
import { exportsText } from './exports.text.ts'
import { parseSearch } from './params.ts'

/** The formats in which a list is taken out: `?format=`. */
export const exportFormat = z.enum(['xlsx', 'csv']).default('xlsx')
const Search = z.object({ format: exportFormat })

interface Exported<Row> {
  request: Request
  context: AppLoadContext | undefined
  asOf: Day
  /** Of which unit, school, post or period, where the address alone does not say it in words. */
  of?: string | undefined
  /** The page's own row of totals; counted columns are summed without one. */
  total?: Row
  /** The rows overlap, a school with two sports say, so that nothing is summed. */
  isOverlapping?: true
}

/**
 * The list of a page, whole, in the format that `?format=` asks for: an .xlsx with a source and as-of line and totals,
 * or a CSV of header and rows. The page's own filters stand in the address and so in the source line.
 */
export async function exportList<Row>(
  list: List<Row>,
  rows: Rows<Row>,
  { request, context, asOf, of, total, isOverlapping }: Exported<Row>,
): Promise<Response> {
  const { format } = parseSearch(request, Search)
  const locale = await localeOf(request)
  const title = [say(locale, list.title), of].filter(Boolean).join(' ')
  const columns = columnsOfList(list, locale)
  const hasTotal = total !== undefined || (!isOverlapping && columns.some(column => column.isSummed))
  const pieces =
    format === 'csv'
      ? csvStream(columns, rows)
      : tableStream(columns, rows, {
          name: title,
          note: say(locale, exportsText.source, {
            ...{ title, asOf, at: inCity(now()), address: addressOfPage(request) },
            system: say(locale, uiText.system),
          }),
          ...(hasTotal && {
            total: total === undefined ? { label: say(locale, exportsText.total) } : { row: total },
          }),
        })
  return downloadPieces(pieces, await exportName(request, title, asOf, format), context)
}

/** '连云港_5621覆盖_20251010.xlsx' (reference/domain.md 14.3). */
export async function exportName(
  request: Request,
  title: string,
  asOf: Day,
  format: string,
): Promise<string> {
  const city = say(await localeOf(request), exportsText.city)
  const name = title.replace(/[\\/:*?"<>|\s]+/g, '_')
  return `${city}_${name}_${asOf.replaceAll('-', '')}.${format}`
}

/** The page from which the list was taken, with its filters. */
function addressOfPage(request: Request): string {
  const { pathname, searchParams } = new URL(request.url)
  const filters = new URLSearchParams(
    [...searchParams].filter(([name, value]) => value !== '' && name !== 'format'),
  )
  const path = pathname.replace(/\/export$/, '')
  return filters.size === 0 ? path : `${path}?${decodeURIComponent(filters.toString())}`
}

/** A short file is made before the answer begins: what fails then is told on the error page. */
const heldBack = 1024 * 1024

/**
 * A file as it comes into being. A short one goes out whole and with its length. A longer one is streamed no faster
 * than the reader takes it; when a piece fails the connection is broken off without the end of the answer, so that a
 * browser reports a failed download instead of keeping a file that looks whole.
 */
export async function downloadPieces(
  pieces: AsyncIterable<Uint8Array>,
  fileName: string,
  context: AppLoadContext | undefined,
): Promise<Response> {
  const coming = pieces[Symbol.asyncIterator]()
  const first: Uint8Array[] = []
  let length = 0
  while (length < heldBack) {
    const { done, value } = await coming.next()
    if (done === true) return wholeDownload(first, fileName)
    first.push(value)
    length += value.length
  }
  const stream = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const begun = first.shift()
        if (begun !== undefined) return controller.enqueue(begun)
        try {
          await context?.drained?.()
          const { done, value } = await coming.next()
          if (done === true) controller.close()
          else controller.enqueue(value)
        } catch (error) {
          await coming.return?.()
          throw error
        }
      },
      async cancel() {
        await coming.return?.()
      },
    },
    { highWaterMark: 1 },
  )
  return download(stream, fileName)
}

function wholeDownload(pieces: readonly Uint8Array[], fileName: string): Response {
  const bytes = new Uint8Array(Buffer.concat(pieces))
  const answer = download(bytes, fileName)
  answer.headers.set('Content-Length', String(bytes.length))
  return answer
}
