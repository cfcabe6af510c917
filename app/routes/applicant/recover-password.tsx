import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { z } from 'zod'
import { actorOf } from '#app/auth/session.server.ts'
import { CodeRequest } from '#app/features/applicants/code-request.tsx'
import { sendCode } from '#app/features/applicants/send-code.server.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { parseSearch } from '#app/http/params.ts'
import { keepPendingAddress } from '#app/http/pending-address.server.ts'
import { badRequest } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { db } from '#db/index.server.ts'

const Search = z.object({ next: z.string().optional() })
const Asked = z.object({ address: z.string().max(300).default('') })

export async function loader({ request }: LoaderFunctionArgs) {
  if ((await actorOf(request)) !== null) throw redirect('/')
  return null
}

/** Sends a code to the address that is to be proven. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { next = null } = parseSearch(request, Search)
  const form = await parseForm(request, Asked)
  if (!form.ok) throw badRequest()
  const { address } = form.value
  const sent = await sendCode(
    db,
    { purpose: 'RECOVER', address, client: context.client ?? '', locale: await localeOf(request) },
    new Date(),
  )
  if (!sent.ok) return data({ refusal: sent.refusal, address }, { status: 422 })
  const cookie = await keepPendingAddress({ purpose: 'RECOVER', ...sent.address, next, shown: sent.shown })
  return redirect('/recover/finish', { headers: { 'Set-Cookie': cookie } })
}

export default function RecoverPassword() {
  return <CodeRequest purpose="recover" answer={useActionData<typeof action>()} />
}
