import type { LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { today } from '#app/calendar-day.ts'
import { designationText } from '#app/features/designation/designation.text.ts'
import { DueTable } from '#app/features/reevaluation/due-table.tsx'
import { readRenewals, renewalsAPage } from '#app/features/reevaluation/read-renewals.server.ts'
import { reevaluationText as text } from '#app/features/reevaluation/reevaluation.text.ts'
import { RenewalSearch } from '#app/features/reevaluation/renewal-search.ts'
import { parseSearch } from '#app/http/params.ts'
import { forbidden } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import field from '#app/ui/field.module.css'
import { SelectField } from '#app/ui/field.tsx'
import { EmptyState, Page, Section } from '#app/ui/page.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { db } from '#db/index.server.ts'

/** What is due about titles: schools that close, re-evaluations, reports that are missing or wait. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.seeTitles(actor)) throw forbidden()
  const search = parseSearch(request, RenewalSearch)
  const scope = scopeOf(actor)
  const read = await readRenewals(db, scope, { today: today(), search, locale: await localeOf(request) })
  return {
    ...read,
    search,
    pageSize: renewalsAPage,
    isCity: scope.kind === 'city',
    isLate: today() > read.reportsDue,
    mayChange: can.changeTitles(actor),
    writes: can.writeTitleReports(actor),
    confirms: can.confirmTitleReports(actor),
  }
}

const kinds = ['schools', 'renewals', 'reports', 'waiting'] as const

export default function Renewals() {
  const read = useLoaderData<typeof loader>()
  const { search, lists, counts, year, pageSize } = read
  const t = useSay()
  const schoolYear = `${year}-${year + 1}`
  const unit = search.unit === undefined ? '' : `&unit=${search.unit}`
  return (
    <Page
      exports
      title={t(text.title)}
      crumbs={[{ to: '/titles', label: t(designationText.title) }]}
      answer={t(text.answer, counts)}
      asOf={t(text.asOf, { year: schoolYear, due: read.reportsDue })}
    >
      <Form className={field.filters}>
        <SelectField name="which" label={t(text.which)} defaultValue={search.which}>
          <option value="all">{t(designationText.all)}</option>
          {kinds.map(kind => (
            <option key={kind} value={kind}>
              {t(text.kinds[kind])}
            </option>
          ))}
        </SelectField>
        {read.isCity && (
          <SelectField name="unit" label={t(designationText.unit)} defaultValue={search.unit ?? ''}>
            <option value="">{t(designationText.all)}</option>
            {read.units.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </SelectField>
        )}
        <button className={button.button}>{t(designationText.show)}</button>
      </Form>
      {lists.map(({ kind, lines, total }) => (
        <Section key={kind} title={t(text.kinds[kind])}>
          {lines.length === 0 ? (
            <EmptyState>{t(text.none[kind])}</EmptyState>
          ) : (
            <DueTable
              kind={kind}
              lines={lines.map(line => ({ ...line, actions: read.mayChange ? line.actions : [] }))}
              year={year}
              isLate={read.isLate}
              writes={read.writes}
              confirms={read.confirms}
            />
          )}
          {search.which === 'all'
            ? total > lines.length && (
                <p>
                  <Link to={`/titles/renewals?which=${kind}${unit}`}>{t(text.seeAll, { count: total })}</Link>
                </p>
              )
            : total > pageSize && <Pager page={search.page} pageSize={pageSize} total={total} />}
        </Section>
      ))}
    </Page>
  )
}
