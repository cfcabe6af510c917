import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { now } from '#app/calendar-day.ts'
import { applicationText, withdrawRefusals } from '#app/features/applications/applications.text.ts'
import { withdrawEntry } from '#app/features/applications/apply-entry.ts'
import { readApplication } from '#app/features/applications/read-application.server.ts'
import { withdrawApplication } from '#app/features/applications/withdraw-application.server.ts'
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
  if (!can.applyToPosts(actor)) throw forbidden()
  const { id } = parseParams(params, Params)
  const application = await readApplication(db, scopeOf(actor), id, now())
  if (application === undefined) throw notFound()
  const { postTitle, state, mayWithdraw } = application
  return { id, postTitle, state, mayWithdraw }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const at = now()
  const actor = await requireActor(request)
  if (!can.applyToPosts(actor)) throw forbidden()
  const { id } = parseParams(params, Params)
  const locale = await localeOf(request)
  const posted = await request.formData()
  const form = await parseForm(posted, withdrawEntry[locale], locale)
  if (!form.ok) return data({ errors: form.errors, refusal: null, entered: form.entered }, { status: 422 })
  const result = await withdrawApplication(db, scopeOf(actor), actor, { id, ...form.value, at })
  if (result.ok) return redirect(`/applications?done=${result.was === 'draft' ? 'discarded' : 'withdrawn'}`)
  if (result.refusal === 'not-found') throw notFound()
  const errors: Record<string, string> = {}
  return data({ errors, refusal: result.refusal, entered: enteredIn(posted) }, { status: 422 })
}

export default function WithdrawApplication() {
  const { id, postTitle, state, mayWithdraw } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  const isDraft = state === 'DRAFT'
  const refusal = answer?.refusal ?? (mayWithdraw ? null : 'too-late')
  return (
    <Page
      title={t(isDraft ? applicationText.discard : applicationText.withdraw)}
      crumbs={[
        { to: '/applications', label: t(applicationText.mine) },
        { to: `/applications/${id}`, label: postTitle },
      ]}
      answer={t(isDraft ? applicationText.discardAnswer : applicationText.withdrawAnswer)}
    >
      {refusal !== null && <Notice kind="problem">{t(withdrawRefusals[refusal])}</Notice>}
      {mayWithdraw && (
        <Form method="post">
          <input type="hidden" name="state" value={state} />
          {!isDraft && (
            <Field
              name="reason"
              label={t(applicationText.withdrawReason)}
              maxLength={200}
              defaultValue={answer?.entered.reason}
              error={answer?.errors.reason}
            />
          )}
          <p className={button.row}>
            <button className={button.danger}>
              {t(isDraft ? applicationText.discardConfirm : applicationText.withdrawConfirm)}
            </button>
            <Link className={button.button} to={`/applications/${id}`}>
              {t(applicationText.keep)}
            </Link>
          </p>
        </Form>
      )}
    </Page>
  )
}
