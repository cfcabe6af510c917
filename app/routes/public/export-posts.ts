import type { LoaderFunctionArgs } from '@remix-run/node'
import { now, today } from '#app/calendar-day.ts'
import { BoardSearch, boardFilterOf } from '#app/features/posts/board-search.ts'
import { boardExport } from '#app/features/posts/posts.list.ts'
import { wholeBoard } from '#app/features/posts/read-board.server.ts'
import { exportList } from '#app/http/exports.server.ts'
import { parseSearch } from '#app/http/params.ts'
import { db } from '#db/index.server.ts'

/** For everybody: the posts of the board by the filters of its page. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const filter = boardFilterOf(parseSearch(request, BoardSearch))
  return exportList(boardExport, await wholeBoard(db, filter, now()), { request, context, asOf: today() })
}
