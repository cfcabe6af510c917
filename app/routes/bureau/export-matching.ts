import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { today } from '#app/calendar-day.ts'
import { checksList, worksList } from '#app/features/matching/matching.list.ts'
import { readMatching } from '#app/features/matching/read-matching.server.ts'
import { postsList } from '#app/features/posts/posts.list.ts'
import { exportList } from '#app/http/exports.server.ts'
import { parseSearch } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { db } from '#db/index.server.ts'

const Search = z.object({
  unit: z.string().max(8).optional(),
  of: z.enum(['works', 'checks', 'posts']).default('works'),
})

/** The proposal for a unit, the entry checks that would bring placements alive, or its published posts. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.seeMatching(actor)) throw forbidden()

  const { unit, of } = parseSearch(request, Search)
  const page = await readMatching(db, scopeOf(actor), { unitCode: unit, asOf: today() })
  if (page === null) throw notFound()
  const { proposal } = page
  const name = (await localeOf(request)) === 'en' ? proposal.unit.nameEn : proposal.unit.name
  const exported = { request, context, asOf: today(), of: name }
  if (of === 'posts') return exportList(postsList, page.posts, exported)
  return of === 'works'
    ? exportList(worksList, proposal.works, exported)
    : exportList(checksList, proposal.checks, exported)
}
