import type { LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { countAudit, listAudit } from '#app/features/audit/audit.queries.server.ts'
import { auditText } from '#app/features/audit/audit.text.ts'
import { AuditFilter } from '#app/features/audit/audit-filter.tsx'
import { AuditSearch } from '#app/features/audit/audit-search.ts'
import { AuditTable } from '#app/features/audit/audit-table.tsx'
import { parseSearch } from '#app/http/params.ts'
import { forbidden } from '#app/http/responses.ts'
import { useSay } from '#app/i18n/use-say.ts'
import { EmptyState, Page } from '#app/ui/page.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { db } from '#db/index.server.ts'

const pageSize = 50

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.seeAudit(actor)) throw forbidden()
  const { page, ...chosen } = parseSearch(request, AuditSearch)
  const filter = { ...chosen, limit: pageSize, offset: (page - 1) * pageSize }
  return {
    rows: await listAudit(db, scopeOf(actor), filter),
    total: await countAudit(db, scopeOf(actor), filter),
    page,
    chosen,
  }
}

export default function Audit() {
  const { rows, total, page, chosen } = useLoaderData<typeof loader>()
  const t = useSay()
  return (
    <Page exports title={t(auditText.title)} asOf={t(auditText.lead)}>
      <Form>
        <AuditFilter chosen={chosen} />
      </Form>
      {rows.length === 0 ? <EmptyState>{t(auditText.none)}</EmptyState> : <AuditTable rows={rows} />}
      <Pager page={page} pageSize={pageSize} total={total} />
    </Page>
  )
}
