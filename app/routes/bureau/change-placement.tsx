import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { today } from '#app/calendar-day.ts'
import { changePlacement } from '#app/features/program/change-placement.server.ts'
import { coverageText } from '#app/features/program/coverage.text.ts'
import { placementText } from '#app/features/program/placement.text.ts'
import { DocumentField, RoleField } from '#app/features/program/placement-fields.tsx'
import { ChangeForm } from '#app/features/program/placement-form.ts'
import { readPlacement } from '#app/features/program/read-placement.server.ts'
import { enteredIn, parseForm } from '#app/http/forms.server.ts'
import { parseParams } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Field } from '#app/ui/field.tsx'
import { Notice, Page } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string().length(26) })

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.changePlacements(actor)) throw forbidden()
  const asked = {
    placementId: parseParams(params, Params).id,
    today: today(),
    locale: await localeOf(request),
  }
  const found = await readPlacement(db, scopeOf(actor), asked)
  if (found === null) throw notFound()
  return { placement: found.placement, sport: found.sport, today: asked.today }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.changePlacements(actor)) throw forbidden()
  const { id } = parseParams(params, Params)
  const posted = await request.formData()
  const form = await parseForm(posted, ChangeForm, await localeOf(request))
  const entered = enteredIn(posted)
  if (!form.ok) return data({ errors: form.errors, refusal: null, entered }, { status: 422 })
  const result = await changePlacement(db, scopeOf(actor), actor, {
    placementId: id,
    ...form.value,
    today: today(),
  })
  if (result.ok) return redirect(`/placements/${result.id}?saved=1`)
  if (result.refusal === 'not-found') throw notFound()
  if (result.refusal === 'not-allowed') throw forbidden()
  const errors: Record<string, string> = {}
  return data({ errors, refusal: result.refusal, entered }, { status: 422 })
}

export default function ChangePlacement() {
  const { placement, sport, today: day } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  const entered: Record<string, string> = answer?.entered ?? {}
  const name = `${placement.name} · ${sport} · ${t(coverageText.stage[placement.stage])}`
  return (
    <Page
      title={t(placementText.change)}
      crumbs={[
        { to: '/coverage', label: t(coverageText.title) },
        { to: `/placements/${placement.id}`, label: name },
      ]}
      answer={t(placementText.changeAnswer)}
    >
      {answer?.refusal && <Notice kind="problem">{t(placementText.refusal[answer.refusal])}</Notice>}
      <Form method="post">
        <Field
          name="from"
          type="date"
          label={t(placementText.effective)}
          defaultValue={entered.from ?? day}
          error={answer?.errors.from}
          required
        />
        <RoleField value={entered.role ?? placement.role} error={answer?.errors.role} />
        <DocumentField value={entered.document ?? placement.document} error={answer?.errors.document} />
        <button className={button.primary}>{t(placementText.save)}</button>
      </Form>
    </Page>
  )
}
