import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { inCity, today } from '#app/calendar-day.ts'
import { countImports, listImports } from '#app/features/imports/imports.queries.server.ts'
import { importsText, sheetTitles, statusWords } from '#app/features/imports/imports.text.ts'
import { isSheetName } from '#app/features/imports/sheet-name.ts'
import { parseSearch } from '#app/http/params.ts'
import { forbidden } from '#app/http/responses.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { EmptyState, Page } from '#app/ui/page.tsx'
import { Pager } from '#app/ui/pager.tsx'
import table from '#app/ui/table.module.css'
import { TableFrame } from '#app/ui/table.tsx'
import { db } from '#db/index.server.ts'

const pageSize = 30
const Search = z.object({ page: z.coerce.number().int().min(1).max(10_000).default(1) })

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.seeImports(actor)) throw forbidden()
  const { page } = parseSearch(request, Search)
  const scope = scopeOf(actor)
  const asOf = today()
  const imports = await listImports(db, scope, { asOf, limit: pageSize, offset: (page - 1) * pageSize })
  return { imports, page, total: await countImports(db, scope, asOf), mayImport: can.importSheets(actor) }
}

export default function Imports() {
  const { imports, page, total, mayImport } = useLoaderData<typeof loader>()
  const t = useSay()
  const action = (
    <Link className={button.primary} to="/import">
      {t(importsText.title)}
    </Link>
  )
  return (
    <Page exports title={t(importsText.history)} actions={mayImport ? action : undefined}>
      {imports.length === 0 ? (
        <EmptyState>{t(importsText.historyEmpty)}</EmptyState>
      ) : (
        <TableFrame label={t(importsText.history)}>
          <table className={table.table}>
            <thead>
              <tr>
                <th scope="col">{t(importsText.when)}</th>
                <th scope="col">{t(importsText.whichSheet)}</th>
                <th scope="col">{t(importsText.file)}</th>
                <th scope="col">{t(importsText.school)}</th>
                <th scope="col">{t(importsText.who)}</th>
                <th scope="col">{t(importsText.status)}</th>
                <th scope="col">{t(importsText.verdict)}</th>
              </tr>
            </thead>
            <tbody>
              {imports.map(run => (
                <tr key={run.id}>
                  <th scope="row" className={table.nowrap}>
                    <Link to={`/imports/${run.id}`}>{inCity(run.createdAt)}</Link>
                  </th>
                  <td className={table.nowrap}>
                    {isSheetName(run.sheet) ? t(sheetTitles[run.sheet]) : run.sheet}
                  </td>
                  <td className={table.words}>{run.fileName}</td>
                  <td className={table.words}>{run.schoolName}</td>
                  <td className={table.words}>{run.actor}</td>
                  <td className={table.nowrap}>{t(statusWords[run.status])}</td>
                  <td className={table.words}>{t(importsText.counts, run.counts)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableFrame>
      )}
      {total > pageSize && <Pager page={page} pageSize={pageSize} total={total} />}
    </Page>
  )
}
