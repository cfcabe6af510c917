import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { now } from '#app/calendar-day.ts'
import { ApplicationList } from '#app/features/applications/application-list.tsx'
import { applicationText } from '#app/features/applications/applications.text.ts'
import { readApplications } from '#app/features/applications/read-application.server.ts'
import { parseSearch } from '#app/http/params.ts'
import { forbidden } from '#app/http/responses.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { EmptyState, Notice, Page } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Search = z.object({ done: z.enum(['withdrawn', 'discarded']).optional() })

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.applyToPosts(actor)) throw forbidden()
  const { done } = parseSearch(request, Search)
  return { applications: await readApplications(db, scopeOf(actor), now()), done: done ?? null }
}

export default function Applications() {
  const { applications, done } = useLoaderData<typeof loader>()
  const t = useSay()
  return (
    <Page
      exports
      title={t(applicationText.mine)}
      answer={t(applicationText.mineAnswer, { count: applications.length })}
      actions={
        <Link className={button.button} to="/posts">
          {t(applicationText.board)}
        </Link>
      }
    >
      {done !== null && <Notice kind="done">{t(applicationText.done[done])}</Notice>}
      {applications.length === 0 ? (
        <EmptyState>{t(applicationText.none)}</EmptyState>
      ) : (
        <ApplicationList lines={applications} />
      )}
    </Page>
  )
}
