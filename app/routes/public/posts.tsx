import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { now } from '#app/calendar-day.ts'
import { BoardFilter } from '#app/features/posts/board-filter.tsx'
import { BoardList } from '#app/features/posts/board-list.tsx'
import { BoardSearch, boardFilterOf } from '#app/features/posts/board-search.ts'
import { postText } from '#app/features/posts/posts.text.ts'
import { boardPageSize, readWrittenBoard } from '#app/features/posts/read-board.server.ts'
import type { ShownBoard } from '#app/features/posts/shown-board.ts'
import { parseSearch } from '#app/http/params.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { say } from '#app/i18n/text.ts'
import { useSay } from '#app/i18n/use-say.ts'
import { EmptyState, Page } from '#app/ui/page.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { db } from '#db/index.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const sought = parseSearch(request, BoardSearch)
  const locale = await localeOf(request)
  const asked = { page: sought.page, now: now(), locale }
  return {
    ...(await readWrittenBoard(db, boardFilterOf(sought), asked)),
    state: sought.state,
    page: sought.page,
    pageSize: boardPageSize,
    title: say(locale, postText.board),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Posts() {
  const { written, total, state, page, pageSize } = useLoaderData<typeof loader>()
  const { cards, sports, units }: ShownBoard = JSON.parse(written)
  const t = useSay()
  return (
    <Page
      exports
      title={t(postText.board)}
      answer={t(postText.boardAnswer, { count: total, state })}
      asOf={t(postText.boardMeans)}
    >
      <BoardFilter sports={sports} units={units} />
      {cards.length > 0 ? (
        <BoardList cards={cards} state={state} />
      ) : (
        <EmptyState>
          <p>{t(postText.noneFound)}</p>
          <Link to="/posts?state=soon">{t(postText.seeSoon)}</Link>
        </EmptyState>
      )}
      {total > pageSize && <Pager page={page} pageSize={pageSize} total={total} />}
    </Page>
  )
}
