import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { requireSession } from '#app/auth/session.server.ts'
import { endSession } from '#app/auth/sessions.server.ts'
import { noteSignOut } from '#app/features/accounts/own-account.server.ts'
import { db } from '#db/index.server.ts'

export async function action({ request }: ActionFunctionArgs) {
  const { actor } = await requireSession(request)
  await noteSignOut(db, actor)
  return redirect('/sign-in?signed-out=1', { headers: { 'Set-Cookie': await endSession(db, request) } })
}

export async function loader() {
  return redirect('/')
}
