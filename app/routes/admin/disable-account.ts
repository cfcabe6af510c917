import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { today } from '#app/calendar-day.ts'
import { setAccountDisabled } from '#app/features/accounts/disable-account.server.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { parseParams } from '#app/http/params.ts'
import { badRequest, forbidden, notFound } from '#app/http/responses.ts'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string() })
const Change = z.object({ disabled: z.enum(['0', '1']) })

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.manageAccounts(actor)) throw forbidden()
  const { id } = parseParams(params, Params)
  const form = await parseForm(request, Change)
  if (!form.ok) throw badRequest()
  const result = await setAccountDisabled(db, actor, { id, disabled: form.value.disabled === '1' }, today())
  if (result.ok) return redirect(`/admin/accounts/${id}?done=saved`)
  if (result.refusal === 'not-found') throw notFound()
  return redirect(`/admin/accounts/${id}?refused=${result.refusal}`)
}

export async function loader({ params }: LoaderFunctionArgs) {
  return redirect(`/admin/accounts/${parseParams(params, Params).id}`)
}
