import type { LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { today } from '#app/calendar-day.ts'
import { listVisibleUnits } from '#app/features/regions/units.queries.server.ts'
import { filterOf, SchoolSearch } from '#app/features/schools/school-search.ts'
import { findSchoolType, schoolTypes } from '#app/features/schools/school-type.rule.ts'
import { countSchools, listSchools, stagesOfSchools } from '#app/features/schools/schools.queries.server.ts'
import { schoolsText, stageWords } from '#app/features/schools/schools.text.ts'
import { parseSearch } from '#app/http/params.ts'
import { forbidden } from '#app/http/responses.ts'
import { useLocale, useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import field from '#app/ui/field.module.css'
import { Field, SelectField } from '#app/ui/field.tsx'
import { EmptyState, Page } from '#app/ui/page.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { Status } from '#app/ui/status.tsx'
import table from '#app/ui/table.module.css'
import { TableFrame } from '#app/ui/table.tsx'
import { db } from '#db/index.server.ts'

const pageSize = 50

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.seeRegistry(actor)) throw forbidden()
  const asked = parseSearch(request, SchoolSearch)
  const scope = scopeOf(actor)
  const filter = filterOf(asked, today())
  const schools = await listSchools(db, scope, {
    ...filter,
    limit: pageSize,
    offset: (asked.page - 1) * pageSize,
  })
  const stages = await stagesOfSchools(db, scope, filter.asOf)
  return {
    schools: schools.map(school => ({
      ...school,
      stages: stages.get(school.id) ?? [],
      isOpen: school.openedOn <= filter.asOf && filter.asOf < school.closedOn,
    })),
    total: await countSchools(db, scope, filter),
    units: await listVisibleUnits(db, scope),
    asked,
    asOf: filter.asOf,
    mayChange: can.changeRegistry(actor),
  }
}

export default function Schools() {
  const { schools, total, units, asked, asOf, mayChange } = useLoaderData<typeof loader>()
  const t = useSay()
  const locale = useLocale()
  const unitName = (code: string) => {
    const unit = units.find(one => one.code === code)
    return unit === undefined ? code : locale === 'en' ? unit.nameEn : unit.name
  }
  const typeName = (code: string) => {
    const type = findSchoolType(code)
    return (locale === 'en' ? type?.nameEn : type?.name) ?? code
  }
  const actions = (
    <div className={button.row}>
      {mayChange && (
        <Link className={button.primary} to="/registry/schools/new">
          {t(schoolsText.create)}
        </Link>
      )}
    </div>
  )
  return (
    <Page
      exports
      title={t(schoolsText.schools)}
      answer={t(schoolsText.found, { count: total, asOf })}
      actions={actions}
    >
      <Form className={field.filters}>
        <Field name="q" label={t(schoolsText.search)} type="search" defaultValue={asked.q} />
        <SelectField name="unit" label={t(schoolsText.unit)} defaultValue={asked.unit ?? ''}>
          <option value="">{t(schoolsText.all)}</option>
          {units.map(unit => (
            <option key={unit.code} value={unit.code}>
              {unitName(unit.code)}
            </option>
          ))}
        </SelectField>
        <SelectField name="stage" label={t(schoolsText.stage)} defaultValue={asked.stage ?? ''}>
          <option value="">{t(schoolsText.all)}</option>
          {(Object.keys(stageWords) as (keyof typeof stageWords)[]).map(stage => (
            <option key={stage} value={stage}>
              {t(stageWords[stage])}
            </option>
          ))}
        </SelectField>
        <SelectField name="type" label={t(schoolsText.type)} defaultValue={asked.type ?? ''}>
          <option value="">{t(schoolsText.all)}</option>
          {schoolTypes.map(type => (
            <option key={type.code} value={type.code}>
              {typeName(type.code)}
            </option>
          ))}
        </SelectField>
        <Field name="asOf" label={t(schoolsText.asOf)} type="date" defaultValue={asOf} />
        <button className={button.button}>{t(schoolsText.show)}</button>
      </Form>
      {schools.length === 0 ? (
        <EmptyState>{t(schoolsText.none)}</EmptyState>
      ) : (
        <TableFrame label={t(schoolsText.schools)}>
          <table className={`${table.table} ${table.sticky}`}>
            <thead>
              <tr>
                <th scope="col">{t(schoolsText.name)}</th>
                <th scope="col">{t(schoolsText.code)}</th>
                <th scope="col">{t(schoolsText.unit)}</th>
                <th scope="col">{t(schoolsText.type)}</th>
                <th scope="col">{t(schoolsText.stages)}</th>
                <th scope="col" className={table.number}>
                  {t(schoolsText.pupils)}
                </th>
                <th scope="col">{t(schoolsText.isOpen)}</th>
              </tr>
            </thead>
            <tbody>
              {schools.map(school => (
                <tr key={school.id}>
                  <th scope="row">
                    <Link to={`/registry/schools/${school.id}`}>{school.name}</Link>
                  </th>
                  <td>{school.code}</td>
                  <td>{unitName(school.unitCode)}</td>
                  <td>{typeName(school.type)}</td>
                  <td>{school.stages.map(stage => t(stageWords[stage])).join('、')}</td>
                  <td className={table.number}>{school.pupils ?? '—'}</td>
                  <td className={table.nowrap}>
                    <Status
                      kind={school.isOpen ? 'met' : 'exempt'}
                      label={t(school.isOpen ? schoolsText.isOpen : schoolsText.isClosed)}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableFrame>
      )}
      {total > pageSize && <Pager page={asked.page} pageSize={pageSize} total={total} />}
    </Page>
  )
}
