import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { today } from '#app/calendar-day.ts'
import { readTimetable } from '#app/features/timetable/read-timetable.server.ts'
import { timetableText as text, weekdayWords } from '#app/features/timetable/timetable.text.ts'
import { TimetableFilter } from '#app/features/timetable/timetable-filter.tsx'
import { TimetableGrid } from '#app/features/timetable/timetable-grid.tsx'
import { TimetableSearch } from '#app/features/timetable/timetable-search.ts'
import { lessonRange } from '#app/features/timetable/week.rule.ts'
import { parseParams, parseSearch } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { EmptyState, Page } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string().length(26) })

/** What the classes of a school have planned for the week of a day. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.seeTimetables(actor)) throw forbidden()
  const { id } = parseParams(params, Params)
  const { day = today(), grade, kind } = parseSearch(request, TimetableSearch)
  const asked = { schoolId: id, day, today: today(), grade, kind }
  const timetable = await readTimetable(db, scopeOf(actor), asked)
  if (timetable === undefined) throw notFound()
  return {
    ...timetable,
    ...{ day, grade: grade ?? null, kind: kind ?? null },
    mayImport: can.importSheets(actor) && timetable.mayKeep,
    up: can.seeRegistry(actor) ? `/registry/schools/${id}` : '/week',
  }
}

export default function Timetable() {
  const { school, lines, day, grade, kind, mayImport, up, follows, ...rest } = useLoaderData<typeof loader>()
  const t = useSay()
  const planned = lines.filter(({ lessons }) => lessons !== null).length
  const range = lessonRange(lines)
  const actions = (
    <div className={button.row}>
      <Link className={button.primary} to="/import?sheet=timetable">
        {t(text.importSheet)}
      </Link>
      <a className={button.button} href={`/templates/timetable.xlsx?school=${school.id}&day=${day}`}>
        {t(text.template)}
      </a>
    </div>
  )
  return (
    <Page
      exports
      title={`${school.name} · ${t(text.title)}`}
      crumbs={[{ to: up, label: school.name, lang: 'zh-CN' }]}
      actions={mayImport ? actions : undefined}
      answer={range === null ? undefined : t(text.answer, { planned, classes: lines.length, ...range })}
      asOf={t(text.asOf, { day })}
    >
      <TimetableFilter day={day} grade={grade} kind={kind} {...rest} />
      {follows !== null && <p>{t(text.follows, { day, weekday: t(weekdayWords[follows - 1]!) })}</p>}
      {lines.length === 0 ? (
        <EmptyState>{t(text.noClasses)}</EmptyState>
      ) : planned === 0 ? (
        <EmptyState>{t(mayImport ? text.nothing : text.nothingToSee)}</EmptyState>
      ) : (
        <TimetableGrid lines={lines} />
      )}
      <p className={button.row}>
        <a className={button.button} href={`/schools/${school.id}/timetable/export?of=sheet`}>
          {t(text.exportSheet)}
        </a>
      </p>
    </Page>
  )
}
