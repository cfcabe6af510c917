import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { today } from '#app/calendar-day.ts'
import { workText } from '#app/features/instructors/coach-work.text.ts'
import { EvaluationTable } from '#app/features/instructors/evaluation-table.tsx'
import { InstructorFacts } from '#app/features/instructors/instructor-facts.tsx'
import { InstructorStatus, nameOf } from '#app/features/instructors/instructor-table.tsx'
import { kindWords, instructorsText as text } from '#app/features/instructors/instructors.text.ts'
import { instructorOptions, readInstructor } from '#app/features/instructors/read-instructor.server.ts'
import { TrainingTable } from '#app/features/instructors/training-table.tsx'
import { WorkTable } from '#app/features/instructors/work-table.tsx'
import { readCellsOfWork } from '#app/features/posts/read-cells.server.ts'
import { listVisibleUnits } from '#app/features/regions/units.queries.server.ts'
import { parseParams, parseSearch } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { useLocale, useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Notice, Page, Section } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string().length(26) })
const lists = [
  ['contracts', text.contracts],
  ['work', workText.work],
  ['trainings', workText.trainings],
  ['evaluations', workText.evaluations],
] as const
const Search = z.object({ saved: z.literal('1').optional() })

/** One person of the register: contracts, work, training and evaluations. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.seeInstructors(actor)) throw forbidden()
  const scope = scopeOf(actor)
  const asked = { id: parseParams(params, Params).id, today: today() }
  const found = await readInstructor(db, scope, asked)
  if (found === null) throw notFound()
  const locale = await localeOf(request)
  const { sports } = await instructorOptions(db, scope, { today: today(), locale })
  const cells = await readCellsOfWork(db, found.work, asked.today)
  return {
    ...found,
    work: found.work.map(one => ({ ...one, cells: cells.get(one.id) ?? [] })),
    sports,
    units: await listVisibleUnits(db, scope),
    today: asked.today,
    mayChange: can.changeInstructors(actor) && found.isKept,
    mayCheck: can.recordEntryChecks(actor),
    mayEvaluate: can.changeInstructors(actor),
    saved: parseSearch(request, Search).saved === '1',
  }
}

export default function Coach() {
  const { instructor, contracts, work, trainings, evaluations, ...page } = useLoaderData<typeof loader>()
  const t = useSay()
  const locale = useLocale()
  const { id } = instructor
  const sportName = (code: string) => page.sports.find(one => one.code === code)?.name ?? code
  const unit = page.units.find(one => one.code === instructor.unitCode)
  const unitName = (locale === 'en' ? unit?.nameEn : unit?.name) ?? instructor.unitCode
  return (
    <Page
      title={nameOf(instructor)}
      titleLang="zh-CN"
      crumbs={[{ to: '/coaches', label: t(text.title) }]}
      answer={
        <>
          {t(kindWords[instructor.kind])} · {instructor.schoolName ?? t(text.pooled, { unit: unitName })}{' '}
          <InstructorStatus state={instructor.state} />
        </>
      }
      exports={{ lists: lists.map(([of, label]) => ({ of, label: t(label) })) }}
      actions={
        page.mayChange && (
          <div className={button.row}>
            <Link className={button.primary} to={`/coaches/${id}/placements/new`}>
              {t(workText.place)}
            </Link>
            {page.mayCheck && (
              <Link className={button.button} to={`/entry-checks/${instructor.personId}`}>
                {t(text.entryCheck)}
              </Link>
            )}
            <Link className={button.button} to={`/coaches/${id}/change`}>
              {t(text.change)}
            </Link>
            <Link className={button.danger} to={`/coaches/${id}/end`}>
              {t(text.end)}
            </Link>
          </div>
        )
      }
    >
      {page.saved && <Notice kind="done">{t(text.saved)}</Notice>}
      <Section title={t(text.contracts)}>
        <InstructorFacts contracts={contracts} current={id} sportName={sportName} />
      </Section>
      <Section title={t(workText.work)}>
        <WorkTable
          lines={work}
          sportName={sportName}
          mayChange={page.mayChange}
          mayEvaluate={page.mayEvaluate}
        />
      </Section>
      <Section title={t(workText.trainings)}>
        <TrainingTable lines={trainings} instructorId={id} today={page.today} mayChange={page.mayChange} />
        {page.mayChange && (
          <Link className={button.button} to={`/coaches/${id}/trainings/new`}>
            {t(workText.setTraining)}
          </Link>
        )}
      </Section>
      <Section title={t(workText.evaluations)}>
        <EvaluationTable lines={evaluations.map(one => ({ ...one, sport: sportName(one.sport) }))} />
      </Section>
    </Page>
  )
}
