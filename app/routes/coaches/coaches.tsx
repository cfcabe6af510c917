import type { LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { today } from '#app/calendar-day.ts'
import { filterOf, InstructorSearch } from '#app/features/instructors/instructor-search.ts'
import { InstructorTable } from '#app/features/instructors/instructor-table.tsx'
import { countInstructors } from '#app/features/instructors/instructors.queries.server.ts'
import { kindWords, instructorsText as text } from '#app/features/instructors/instructors.text.ts'
import { instructorOptions, readRegister } from '#app/features/instructors/read-instructor.server.ts'
import { listVisibleUnits } from '#app/features/regions/units.queries.server.ts'
import { findSchool } from '#app/features/schools/schools.queries.server.ts'
import { parseSearch } from '#app/http/params.ts'
import { forbidden } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { useLocale, useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import field from '#app/ui/field.module.css'
import { Field, SelectField } from '#app/ui/field.tsx'
import { Page } from '#app/ui/page.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { db } from '#db/index.server.ts'
import type { InstructorKind } from '#db/tables.ts'

const pageSize = 50

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.seeInstructors(actor)) throw forbidden()
  const asked = parseSearch(request, InstructorSearch)
  const scope = scopeOf(actor)
  const filter = filterOf(asked, today())
  const { sports } = await instructorOptions(db, scope, { today: today(), locale: await localeOf(request) })
  return {
    lines: await readRegister(db, scope, { ...filter, limit: pageSize, offset: (asked.page - 1) * pageSize }),
    total: await countInstructors(db, scope, filter),
    units: await listVisibleUnits(db, scope),
    sports,
    school: asked.school === undefined ? undefined : await findSchool(db, scope, asked.school, filter.asOf),
    asked,
    asOf: filter.asOf,
    mayChange: can.changeInstructors(actor),
    maySetTravel: can.changeTravel(actor),
  }
}

export default function Coaches() {
  const { lines, total, units, sports, school, asked, asOf, mayChange, maySetTravel } =
    useLoaderData<typeof loader>()
  const t = useSay()
  const locale = useLocale()
  const unitName = (code: string) => {
    const unit = units.find(one => one.code === code)
    return unit === undefined ? code : locale === 'en' ? unit.nameEn : unit.name
  }
  const sportName = (code: string) => sports.find(one => one.code === code)?.name ?? code
  return (
    <Page
      exports
      title={t(text.title)}
      answer={t(text.answer, { count: total, asOf })}
      asOf={
        school && (
          <>
            <span lang="zh-CN">{school.name}</span> <Link to="/coaches">{t(text.everySchool)}</Link>
          </>
        )
      }
      actions={
        <div className={button.row}>
          {mayChange && (
            <Link className={button.primary} to="/coaches/new">
              {t(text.add)}
            </Link>
          )}
          {mayChange && (
            <Link className={button.button} to="/import?sheet=coaches">
              {t(text.importExcel)}
            </Link>
          )}
          <a className={button.button} href="/exports?sheet=coaches">
            {t(text.exportExcel)}
          </a>
          {maySetTravel && (
            <Link className={button.button} to="/settings/travel">
              {t(text.travel)}
            </Link>
          )}
        </div>
      }
    >
      <Form className={field.filters}>
        <Field name="q" type="search" label={t(text.search)} defaultValue={asked.q} />
        {units.length > 1 && (
          <SelectField name="unit" label={t(text.unit)} defaultValue={asked.unit ?? ''}>
            <option value="">{t(text.all)}</option>
            {units.map(unit => (
              <option key={unit.code} value={unit.code}>
                {unitName(unit.code)}
              </option>
            ))}
          </SelectField>
        )}
        {asked.school !== undefined && <input type="hidden" name="school" value={asked.school} />}
        <SelectField name="kind" label={t(text.kind)} defaultValue={asked.kind ?? ''}>
          <option value="">{t(text.all)}</option>
          {(Object.keys(kindWords) as InstructorKind[]).map(kind => (
            <option key={kind} value={kind}>
              {t(kindWords[kind])}
            </option>
          ))}
        </SelectField>
        <SelectField name="sport" label={t(text.sport)} defaultValue={asked.sport ?? ''}>
          <option value="">{t(text.all)}</option>
          {sports.map(one => (
            <option key={one.code} value={one.code}>
              {one.name}
            </option>
          ))}
        </SelectField>
        <SelectField name="which" label={t(text.inForce)} defaultValue={asked.which}>
          <option value="in-force">{t(text.inForceOnly)}</option>
          <option value="all">{t(text.everybody)}</option>
        </SelectField>
        <Field name="asOf" type="date" label={t(text.asOf)} defaultValue={asOf} />
        <button className={button.button}>{t(text.show)}</button>
      </Form>
      <InstructorTable lines={lines} unitName={unitName} sportName={sportName} />
      {total > pageSize && <Pager page={asked.page} pageSize={pageSize} total={total} />}
    </Page>
  )
}
