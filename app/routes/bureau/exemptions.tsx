import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { today } from '#app/calendar-day.ts'
import { exemptionText } from '#app/features/compliance/exemption.text.ts'
import { ExemptionTable } from '#app/features/compliance/exemption-table.tsx'
import { listExemptions } from '#app/features/compliance/exemptions.queries.server.ts'
import { parseSearch } from '#app/http/params.ts'
import { forbidden } from '#app/http/responses.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Notice, Page } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Search = z.object({ done: z.enum(['done', 'requested']).optional() })

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.seeCompliance(actor)) throw forbidden()
  const { done } = parseSearch(request, Search)
  return {
    exemptions: await listExemptions(db, scopeOf(actor), { asOf: today() }),
    mayDecide: can.decideExemptions(actor),
    mayRequest: can.requestExemption(actor),
    done: done ?? null,
  }
}

export default function Exemptions() {
  const { exemptions, mayDecide, mayRequest, done } = useLoaderData<typeof loader>()
  const t = useSay()
  const count = exemptions.filter(one => one.status === 'requested').length
  return (
    <Page
      exports
      title={t(exemptionText.title)}
      answer={t(exemptionText.answer, { count })}
      asOf={t(exemptionText.asOf)}
      actions={
        mayRequest && (
          <Link className={button.primary} to="/exemptions/new">
            {t(exemptionText.request)}
          </Link>
        )
      }
    >
      {done !== null && <Notice kind="done">{t(exemptionText[done])}</Notice>}
      <ExemptionTable lines={exemptions} mayDecide={mayDecide} />
    </Page>
  )
}
