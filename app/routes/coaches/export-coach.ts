import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { today } from '#app/calendar-day.ts'
import {
  contractsList,
  evaluationsList,
  trainingsList,
  workList,
} from '#app/features/instructors/instructor.list.ts'
import { instructorOptions, readInstructor } from '#app/features/instructors/read-instructor.server.ts'
import { readCellsOfWork } from '#app/features/posts/read-cells.server.ts'
import { exportList } from '#app/http/exports.server.ts'
import { parseParams, parseSearch } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string().length(26) })
const Search = z.object({
  of: z.enum(['contracts', 'work', 'trainings', 'evaluations']).default('contracts'),
})

/** The contracts of one person of the register, or their work, training or evaluations. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.seeInstructors(actor)) throw forbidden()

  const { of } = parseSearch(request, Search)
  const scope = scopeOf(actor)
  const asked = { id: parseParams(params, Params).id, today: today() }
  const found = await readInstructor(db, scope, asked)
  if (found === null) throw notFound()
  const exported = { request, context, asOf: asked.today, of: found.instructor.name }
  if (of === 'trainings') return exportList(trainingsList(asked.today), found.trainings, exported)
  const locale = await localeOf(request)
  const { sports } = await instructorOptions(db, scope, { today: asked.today, locale })
  const sportName = (code: string) => sports.find(one => one.code === code)?.name ?? code
  if (of === 'contracts') return exportList(contractsList(sportName), found.contracts, exported)
  if (of === 'evaluations') return exportList(evaluationsList(sportName), found.evaluations, exported)
  const cells = await readCellsOfWork(db, found.work, asked.today)
  const work = found.work.map(one => ({ ...one, cells: cells.get(one.id) ?? [] }))
  return exportList(workList(sportName), work, exported)
}
