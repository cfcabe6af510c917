import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { now, openEnd, today } from '#app/calendar-day.ts'
import { workText as text } from '#app/features/instructors/coach-work.text.ts'
import { PlaceForm } from '#app/features/instructors/coach-work-form.ts'
import { tickedStages } from '#app/features/instructors/instructor-form.ts'
import { nameOf } from '#app/features/instructors/instructor-table.tsx'
import { instructorsText } from '#app/features/instructors/instructors.text.ts'
import { placeCoach } from '#app/features/instructors/place-coach.server.ts'
import {
  instructorOptions,
  readInstructor,
  tellJudgement,
} from '#app/features/instructors/read-instructor.server.ts'
import { WorkFields } from '#app/features/instructors/work-fields.tsx'
import { ConfirmTick, WorkJudgementNotice } from '#app/features/instructors/work-judgement.tsx'
import { findSchoolByCode } from '#app/features/schools/schools.queries.server.ts'
import { enteredIn, parseForm } from '#app/http/forms.server.ts'
import { parseParams } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Page } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string().length(26) })

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.changeInstructors(actor)) throw forbidden()
  const scope = scopeOf(actor)
  const found = await readInstructor(db, scope, { id: parseParams(params, Params).id, today: today() })
  if (found === null) throw notFound()
  if (!found.isKept) throw forbidden()
  const { instructor } = found
  const options = await instructorOptions(db, scope, { today: today(), locale: await localeOf(request) })
  const theirs = new Set(instructor.sports.map(one => one.sport))
  return {
    instructor,
    schools: options.schools,
    sports: options.sports.filter(one => theirs.has(one.code)),
    today: today(),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.changeInstructors(actor)) throw forbidden()
  const scope = scopeOf(actor)
  const { id: instructorId } = parseParams(params, Params)
  const posted = await request.formData()
  const form = await parseForm(posted, PlaceForm, await localeOf(request))
  const entered = enteredIn(posted)
  if (!form.ok) return data({ errors: form.errors, refusal: null, judged: null, entered }, { status: 422 })
  const { school: code, sport, hoursWeek, times, validFrom, validTo, note, confirmed } = form.value
  const school = await findSchoolByCode(db, scope, code, today())
  const result = await placeCoach(db, scope, actor, {
    ...{ instructorId, sport, hoursWeek, times, validFrom, validTo, note },
    schoolId: school?.id ?? '',
    stages: tickedStages(form.value),
    isConfirmed: confirmed,
    today: today(),
    at: now(),
  })
  if (result.ok) return redirect(`/coaches/${instructorId}?saved=1`)
  if (result.refusal === 'not-found') throw notFound()
  if (result.refusal === 'not-allowed') throw forbidden()
  const judged = 'judged' in result ? await tellJudgement(db, scope, result.judged, today()) : null
  return data({ errors: {}, refusal: result.refusal, judged, entered }, { status: 422 })
}

export default function PlaceCoach() {
  const { instructor, schools, sports, today: day } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  const standing = {
    school: instructor.schoolCode ?? '',
    validFrom: instructor.state === 'later' ? instructor.validFrom : day,
    validTo: instructor.validTo === openEnd ? '' : instructor.validTo,
  }
  const errors: Record<string, string> = { ...answer?.errors }
  if (answer?.refusal === 'school-unknown') errors.school = t(text.refusal[answer.refusal])
  if (answer?.refusal === 'sport-not-theirs') errors.sport = t(text.refusal[answer.refusal])
  return (
    <Page
      title={t(text.place)}
      crumbs={[
        { to: '/coaches', label: t(instructorsText.title) },
        { to: `/coaches/${instructor.id}`, label: nameOf(instructor), lang: 'zh-CN' },
      ]}
      answer={t(text.placeAnswer)}
    >
      {answer?.judged && <WorkJudgementNotice judged={answer.judged} />}
      <Form method="post">
        <WorkFields values={answer?.entered ?? standing} errors={errors} schools={schools} sports={sports} />
        {answer?.refusal === 'unconfirmed' && <ConfirmTick />}
        <button className={button.primary}>{t(text.save)}</button>
      </Form>
    </Page>
  )
}
