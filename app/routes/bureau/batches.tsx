import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { can } from '#app/auth/permissions.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { inCity, now } from '#app/calendar-day.ts'
import { batchStateOf } from '#app/features/designation/batch.rule.ts'
import { batchText as text } from '#app/features/designation/batch.text.ts'
import { listBatches } from '#app/features/designation/batches.queries.server.ts'
import { designationText } from '#app/features/designation/designation.text.ts'
import { levelWords } from '#app/features/designation/level.text.ts'
import { forbidden } from '#app/http/responses.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { EmptyState, Page } from '#app/ui/page.tsx'
import table from '#app/ui/table.module.css'
import { TableFrame } from '#app/ui/table.tsx'
import { db } from '#db/index.server.ts'

/** The batches in which schools apply; the city also sees those that are not announced yet. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.seeTitles(actor)) throw forbidden()
  const mayChange = can.changeTitleRules(actor)
  const batches = await listBatches(db, { announcedOnly: !mayChange })
  const at = now()
  return { mayChange, batches: batches.map(batch => ({ ...batch, state: batchStateOf(batch, at) })) }
}

export default function Batches() {
  const { mayChange, batches } = useLoaderData<typeof loader>()
  const t = useSay()
  return (
    <Page
      exports
      title={t(text.title)}
      crumbs={[{ to: '/titles', label: t(designationText.title) }]}
      answer={t(text.answer, { open: batches.filter(batch => batch.state === 'open').length })}
      actions={
        mayChange && (
          <Link className={button.primary} to="/titles/batches/new">
            {t(text.add)}
          </Link>
        )
      }
    >
      {batches.length === 0 ? (
        <EmptyState>{t(text.none)}</EmptyState>
      ) : (
        <TableFrame label={t(text.title)}>
          <table className={`${table.table} ${table.sticky}`}>
            <thead>
              <tr>
                <th scope="col">{t(text.name)}</th>
                <th scope="col">{t(text.state)}</th>
                <th scope="col">{t(text.level)}</th>
                <th scope="col">{t(text.opensAt)}</th>
                <th scope="col">{t(text.closesAt)}</th>
                <th scope="col">{t(text.validFrom)}</th>
                <th scope="col">{t(text.validTo)}</th>
              </tr>
            </thead>
            <tbody>
              {batches.map(batch => (
                <tr key={batch.id}>
                  <th scope="row">
                    <Link to={`/titles/batches/${batch.id}`} lang="zh-CN">
                      {batch.name}
                    </Link>
                  </th>
                  <td className={table.nowrap}>{t(text.states[batch.state])}</td>
                  <td className={table.nowrap}>{t(levelWords[batch.level])}</td>
                  <td className={table.nowrap}>{inCity(batch.opensAt)}</td>
                  <td className={table.nowrap}>{inCity(batch.closesAt)}</td>
                  <td className={table.nowrap}>{batch.validFrom}</td>
                  <td className={table.nowrap}>{batch.validTo}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableFrame>
      )}
    </Page>
  )
}
