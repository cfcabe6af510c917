import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { openEnd, today } from '#app/calendar-day.ts'
import { followRoster } from '#app/features/activity/recompute-school-days.server.ts'
import { levelWords } from '#app/features/designation/level.text.ts'
import { titlesAtStake } from '#app/features/reevaluation/read-renewals.server.ts'
import { reevaluationText } from '#app/features/reevaluation/reevaluation.text.ts'
import { closeSchool } from '#app/features/schools/close-school.server.ts'
import { CloseForm } from '#app/features/schools/school-form.ts'
import { findSchool } from '#app/features/schools/schools.queries.server.ts'
import { registryRefusals, schoolsText } from '#app/features/schools/schools.text.ts'
import { enteredIn, parseForm } from '#app/http/forms.server.ts'
import { parseParams } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { say } from '#app/i18n/text.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Field } from '#app/ui/field.tsx'
import { Notice, Page } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string().length(26) })

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.changeRegistry(actor)) throw forbidden()
  const scope = scopeOf(actor)
  const school = await findSchool(db, scope, parseParams(params, Params).id, today())
  if (school === undefined) throw notFound()
  const asked = { schoolId: school.id, today: today(), locale: await localeOf(request) }
  return {
    school,
    titles: await titlesAtStake(db, scope, asked),
    closedOn: school.closedOn === openEnd ? '' : school.closedOn,
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.changeRegistry(actor)) throw forbidden()
  const { id } = parseParams(params, Params)
  const locale = await localeOf(request)
  const posted = await request.formData()
  const form = await parseForm(posted, CloseForm, locale)
  if (!form.ok) return data({ error: form.errors.closedOn, entered: form.entered }, { status: 422 })
  const result = await closeSchool(
    db,
    scopeOf(actor),
    { id: actor.id, name: actor.name },
    {
      schoolId: id,
      closedOn: form.value.closedOn ?? null,
      today: today(),
    },
    followRoster,
  )
  if (result.ok) throw redirect(`/registry/schools/${id}`)
  if (result.refusal === 'not-found') throw notFound()
  const error = say(locale, registryRefusals[result.refusal])
  return data({ error, entered: enteredIn(posted) }, { status: 422 })
}

export default function CloseSchool() {
  const { school, titles, closedOn } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  const entered: Record<string, string> = answer?.entered ?? {}
  return (
    <Page
      title={`${t(schoolsText.close)} · ${school.name}`}
      crumbs={[{ to: `/registry/schools/${school.id}`, label: school.name }]}
    >
      {titles.length > 0 && (
        <Notice kind="problem">
          <p>{t(reevaluationText.atStake, { count: titles.length })}</p>
          <ul>
            {titles.map(title => (
              <li key={title.id}>
                <Link to={`/titles/${title.id}`}>
                  {`${t(levelWords[title.level])} · ${title.sportName} · ${t(reevaluationText.validTo)} ${title.validTo}`}
                </Link>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <Form method="post">
        <Field
          name="closedOn"
          label={t(schoolsText.closedOn)}
          hint={t(schoolsText.closedHint)}
          type="date"
          defaultValue={entered.closedOn ?? closedOn}
          error={answer?.error}
        />
        <button className={button.primary}>{t(schoolsText.save)}</button>
      </Form>
    </Page>
  )
}
