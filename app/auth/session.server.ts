import { redirect } from '@remix-run/node'
import { db } from '#db/index.server.ts'
import type { Actor } from './scope.ts'
import { readSession, type SignedIn } from './sessions.server.ts'

const known = new WeakMap<Request, Promise<SignedIn | null>>()

/** Who is signed in, asked once a request; null for the public and for whoever must change the password first. */
export async function actorOf(request: Request): Promise<Actor | null> {
  const session = await sessionOf(request)
  return session === null || session.mustChangePassword ? null : session.actor
}

/** Who is signed in; otherwise the way leads to the sign-in page and back, or first to a new password. */
export async function requireActor(request: Request): Promise<Actor> {
  const session = await requireSession(request)
  if (session.mustChangePassword) throw redirect('/account/password')
  return session.actor
}

/** Like requireActor, for the few pages open to somebody who must change the password first. */
export async function requireSession(request: Request): Promise<SignedIn> {
  const session = await sessionOf(request)
  if (session === null) throw redirect(signInPathFor(request))
  return session
}

function sessionOf(request: Request): Promise<SignedIn | null> {
  const session = known.get(request) ?? readSession(db, request)
  known.set(request, session)
  return session
}

function signInPathFor(request: Request): string {
  const { pathname, search } = new URL(request.url)
  const isPage = request.method === 'GET' && pathname !== '/'
  return isPage ? `/sign-in?${new URLSearchParams({ next: pathname + search })}` : '/sign-in'
}
