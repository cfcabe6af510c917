import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { requireSession } from '#app/auth/session.server.ts'
import { signOutOthers } from '#app/features/accounts/own-account.server.ts'
import { db } from '#db/index.server.ts'

export async function action({ request }: ActionFunctionArgs) {
  const { actor, storedSessionId } = await requireSession(request)
  await signOutOthers(db, actor, storedSessionId)
  return redirect('/account?done=sessions')
}

export async function loader() {
  return redirect('/account')
}
