import type { LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { inCity, now, today } from '#app/calendar-day.ts'
import { designationText } from '#app/features/designation/designation.text.ts'
import { exportsFor, sheetsFor } from '#app/features/imports/importable.rule.ts'
import { readTitleApplications } from '#app/features/title-applications/read-title-applications.server.ts'
import { TitleApplicationSearch } from '#app/features/title-applications/title-application-search.ts'
import { titleStateWords } from '#app/features/title-applications/title-application-states.text.ts'
import { TitleApplicationStatus } from '#app/features/title-applications/title-application-status.tsx'
import { titleApplicationText as text } from '#app/features/title-applications/title-applications.text.ts'
import { titleApplicationStates } from '#app/features/title-applications/title-way.rule.ts'
import { parseSearch } from '#app/http/params.ts'
import { forbidden } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { inARow } from '#app/i18n/text.ts'
import { useLocale, useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import field from '#app/ui/field.module.css'
import { SelectField } from '#app/ui/field.tsx'
import { EmptyState, Page, Section } from '#app/ui/page.tsx'
import table from '#app/ui/table.module.css'
import { TableFrame } from '#app/ui/table.tsx'
import { db } from '#db/index.server.ts'

/** The applications of the reader's schools, and for a school the batches in which it may apply. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.seeTitles(actor)) throw forbidden()
  const { batch, state } = parseSearch(request, TitleApplicationSearch)
  const asked = { today: today(), now: now(), locale: await localeOf(request), batchId: batch, state }
  return {
    ...(await readTitleApplications(db, scopeOf(actor), asked)),
    batch,
    state,
    mayImport: can.importSheets(actor) && sheetsFor(actor.role).includes('title-applications'),
    mayExport: can.seeImports(actor) && exportsFor(actor.role).includes('title-applications'),
  }
}

export default function TitleApplications() {
  const { count, waiting, rows, batches, open, batch, state, mayImport, mayExport } =
    useLoaderData<typeof loader>()
  const t = useSay()
  const locale = useLocale()
  return (
    <Page
      exports
      title={t(text.title)}
      crumbs={[{ to: '/titles', label: t(designationText.title) }]}
      answer={t(text.answer, { count, waiting })}
      actions={
        <div className={button.row}>
          {mayImport && (
            <Link className={button.button} to="/import?sheet=title-applications">
              {t(text.importExcel)}
            </Link>
          )}
          {mayImport && (
            <a className={button.button} href="/templates/title-applications.xlsx">
              {t(text.template)}
            </a>
          )}
          {mayExport && (
            <a className={button.button} href="/exports?sheet=title-applications">
              {t(text.exportExcel)}
            </a>
          )}
        </div>
      }
    >
      {open.length > 0 && (
        <Section title={t(text.openBatches)}>
          <ul>
            {open.map(one => (
              <li key={one.id}>
                <span lang="zh-CN">{one.name}</span> · {t(text.until, { at: inCity(one.closesAt) })}{' '}
                <Link className={button.primary} to={`/titles/batches/${one.id}/apply`}>
                  {t(text.begin)}
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Form className={field.filters}>
        <SelectField name="batch" label={t(text.batch)} defaultValue={batch ?? ''}>
          <option value="">{t(text.all)}</option>
          {batches.map(one => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </SelectField>
        <SelectField name="state" label={t(text.state)} defaultValue={state ?? ''}>
          <option value="">{t(text.all)}</option>
          {titleApplicationStates.map(one => (
            <option key={one} value={one}>
              {t(titleStateWords[one])}
            </option>
          ))}
        </SelectField>
        <button className={button.button}>{t(text.filter)}</button>
      </Form>
      {rows.length === 0 ? (
        <EmptyState>{t(text.none)}</EmptyState>
      ) : (
        <TableFrame label={t(text.title)}>
          <table className={`${table.table} ${table.sticky}`}>
            <thead>
              <tr>
                <th scope="col">{t(text.school)}</th>
                <th scope="col">{t(text.state)}</th>
                <th scope="col">{t(text.unit)}</th>
                <th scope="col">{t(text.batch)}</th>
                <th scope="col">{t(text.sports)}</th>
                <th scope="col">{t(text.submittedAt)}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(row => (
                <tr key={row.id}>
                  <th scope="row">
                    <Link to={`/titles/applications/${row.id}`} lang="zh-CN">
                      {row.schoolName}
                    </Link>
                  </th>
                  <td className={table.nowrap}>
                    <TitleApplicationStatus state={row.state} />
                  </td>
                  <td className={table.nowrap} lang="zh-CN">
                    {row.unitName}
                  </td>
                  <td className={table.words} lang="zh-CN">
                    {row.batchName}
                  </td>
                  <td>{inARow(locale, row.sports)}</td>
                  <td className={table.nowrap}>{row.submittedAt === null ? '—' : inCity(row.submittedAt)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableFrame>
      )}
    </Page>
  )
}
