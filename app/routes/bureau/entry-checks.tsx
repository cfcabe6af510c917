import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { today } from '#app/calendar-day.ts'
import { CheckState, MayWork } from '#app/features/instructors/check-state.tsx'
import { entryCheckText } from '#app/features/instructors/entry-check.text.ts'
import { countEntryChecks, listEntryChecks } from '#app/features/instructors/list-entry-checks.server.ts'
import { listVisibleUnits } from '#app/features/regions/units.queries.server.ts'
import { forbidden } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { useSay } from '#app/i18n/use-say.ts'
import { EmptyState, Page } from '#app/ui/page.tsx'
import table from '#app/ui/table.module.css'
import { TableFrame } from '#app/ui/table.tsx'
import { db } from '#db/index.server.ts'

/** Whose entry check is valid, due or missing: what must be done first stands first. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.recordEntryChecks(actor)) throw forbidden()
  const isEnglish = (await localeOf(request)) === 'en'
  const units = await listVisibleUnits(db, scopeOf(actor))
  const names = new Map(units.map(unit => [unit.code, isEnglish ? unit.nameEn : unit.name]))
  const people = await listEntryChecks(db, scopeOf(actor), today())
  const count = await countEntryChecks(db, scopeOf(actor), today())
  return { count, people: people.map(one => ({ ...one, unit: names.get(one.unitCode) ?? one.unitCode })) }
}

export default function EntryChecks() {
  const { people, count } = useLoaderData<typeof loader>()
  const t = useSay()
  return (
    <Page
      exports
      title={t(entryCheckText.title)}
      answer={t(entryCheckText.answer, count)}
      asOf={t(entryCheckText.law)}
    >
      {people.length === 0 ? (
        <EmptyState>{t(entryCheckText.nobody)}</EmptyState>
      ) : (
        <TableFrame label={t(entryCheckText.title)}>
          <table className={`${table.table} ${table.sticky}`}>
            <thead>
              <tr>
                <th scope="col">{t(entryCheckText.person)}</th>
                <th scope="col">{t(entryCheckText.place)}</th>
                <th scope="col">{t(entryCheckText.state)}</th>
                <th scope="col">{t(entryCheckText.work)}</th>
              </tr>
            </thead>
            <tbody>
              {people.map(one => (
                <tr key={one.personId}>
                  <th scope="row">
                    <Link to={`/entry-checks/${one.personId}`}>{one.name}</Link>
                  </th>
                  <td>{`${one.unit} · ${one.schoolName ?? t(entryCheckText.pooled)}`}</td>
                  <td>
                    <CheckState check={one.check} urgency={one.urgency} />
                  </td>
                  <td>
                    <MayWork may={one.mayWork} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableFrame>
      )}
    </Page>
  )
}
