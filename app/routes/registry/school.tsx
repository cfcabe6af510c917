import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { today } from '#app/calendar-day.ts'
import { readSchoolPage } from '#app/features/schools/read-school-page.server.ts'
import { SchoolClasses } from '#app/features/schools/school-classes.tsx'
import { SchoolHistory } from '#app/features/schools/school-history.tsx'
import { SchoolNames } from '#app/features/schools/school-names.tsx'
import { schoolsText } from '#app/features/schools/schools.text.ts'
import { timetableText } from '#app/features/timetable/timetable.text.ts'
import { parseParams } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Page, Section } from '#app/ui/page.tsx'
import { Status } from '#app/ui/status.tsx'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string().length(26) })

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.seeRegistry(actor)) throw forbidden()
  const { id } = parseParams(params, Params)
  const page = await readSchoolPage(db, scopeOf(actor), id, today())
  if (page === undefined) throw notFound()
  return { ...page, mayChange: can.changeRegistry(actor) }
}

export default function School() {
  const { school, isOpen, profiles, stages, aliases, campuses, classes, unitNames, mayChange } =
    useLoaderData<typeof loader>()
  const t = useSay()
  const path = `/registry/schools/${school.id}`
  const actions = (
    <div className={button.row}>
      <Link className={button.primary} to={`${path}/edit`}>
        {t(schoolsText.change)}
      </Link>
      <Link className={button.button} to={`${path}/close`}>
        {t(schoolsText.close)}
      </Link>
    </div>
  )
  return (
    <Page
      exports={{ lists: [{ of: '', label: t(schoolsText.classes) }] }}
      title={school.name}
      crumbs={[{ to: '/registry/schools', label: t(schoolsText.schools) }]}
      actions={mayChange ? actions : undefined}
      answer={
        <Status
          kind={isOpen ? 'met' : 'exempt'}
          label={t(isOpen ? schoolsText.isOpen : schoolsText.isClosed)}
        />
      }
      asOf={[school.code, school.address].filter(Boolean).join(' · ')}
    >
      <p className={button.row}>
        <Link to={`/schools/${school.id}/compliance`}>{t(schoolsText.hour)}</Link>
        <Link to={`/schools/${school.id}/timetable`}>{t(timetableText.timetable)}</Link>
        <Link to={`/coverage/units/${school.countsUnitCode}`}>{t(schoolsText.placements)}</Link>
        <Link to={`/coaches?school=${school.id}`}>{t(schoolsText.coaches)}</Link>
      </p>
      <SchoolHistory school={school} profiles={profiles} stages={stages} unitNames={unitNames} />
      <SchoolNames path={path} aliases={aliases} mayChange={mayChange} />
      {campuses.length > 0 && (
        <Section title={t(schoolsText.campuses)}>
          <ul>
            {campuses.map(campus => (
              <li key={campus.id}>
                <Link to={`/registry/schools/${campus.id}`}>{campus.name}</Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <SchoolClasses path={path} classes={classes} mayChange={mayChange} />
    </Page>
  )
}
