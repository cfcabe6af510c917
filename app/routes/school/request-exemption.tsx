import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { isDay, schoolYearOf, today } from '#app/calendar-day.ts'
import { exemptionReasons } from '#app/features/compliance/exemption.rule.ts'
import { exemptionText, refusedField, requestRefusals } from '#app/features/compliance/exemption.text.ts'
import { ExemptionForm } from '#app/features/compliance/exemption-form.tsx'
import { requestExemption } from '#app/features/compliance/request-exemption.server.ts'
import { className } from '#app/features/schools/class-name.rule.ts'
import { listClasses } from '#app/features/schools/classes.queries.server.ts'
import { findSchoolByCode } from '#app/features/schools/schools.queries.server.ts'
import { enteredIn, parseForm } from '#app/http/forms.server.ts'
import { forbidden } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { say } from '#app/i18n/text.ts'
import { useSay } from '#app/i18n/use-say.ts'
import { Page } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Request = z.object({
  schoolCode: z.string().trim().max(20).default(''),
  grade: z.coerce.number().int().min(0).max(12).default(0),
  classId: z.string().max(26).default(''),
  firstDay: z.string().refine(isDay),
  lastDay: z.string().refine(isDay),
  reason: z.enum(exemptionReasons),
  note: z.string().trim().max(400).default(''),
})

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.requestExemption(actor)) throw forbidden()
  if (actor.role !== 'school' || actor.schoolId === null) return { classes: null }
  const classes = await listClasses(db, scopeOf(actor), { asOf: today(), schoolId: actor.schoolId })
  const year = schoolYearOf(today())
  return { classes: classes.map(one => ({ id: one.id, name: className(one, year) })) }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.requestExemption(actor)) throw forbidden()
  const locale = await localeOf(request)
  const posted = await request.formData()
  const form = await parseForm(posted, Request, locale)
  if (!form.ok) return data(form, { status: 422 })
  const { schoolCode, ...rest } = form.value
  const scope = scopeOf(actor)
  const named = await findSchoolByCode(db, scope, schoolCode, today())
  const schoolId = actor.schoolId ?? named?.id ?? ''
  const asked = await requestExemption(db, scope, actor, { ...rest, schoolId }, today())
  if (asked.ok) return redirect('/exemptions?done=requested')
  const errors: Record<string, string> = {
    [refusedField[asked.refusal]]: say(locale, requestRefusals[asked.refusal]),
  }
  return data({ ok: false as const, errors, entered: enteredIn(posted) }, { status: 422 })
}

export default function RequestExemption() {
  const { classes } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  return (
    <Page
      title={t(exemptionText.request)}
      crumbs={[{ to: '/exemptions', label: t(exemptionText.title) }]}
      asOf={t(exemptionText.asOf)}
    >
      <ExemptionForm classes={classes} entered={answer?.entered ?? {}} errors={answer?.errors ?? {}} />
    </Page>
  )
}
