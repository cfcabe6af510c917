import type { Actor } from '#app/auth/scope.ts'
import { startSession } from '#app/auth/sessions.server.ts'
import type { Db } from '#db/tables.ts'

interface Visit {
  cookie?: string
  /** Posted as a form; without it the page is only asked for. */
  form?: Record<string, string>
  params?: Record<string, string>
}

const site = 'http://sports.test'

/** What a loader or action is called with when somebody visits an address. */
export function visit(path: string, { cookie, form, params = {} }: Visit = {}) {
  const request = new Request(site + path, {
    method: form === undefined ? 'GET' : 'POST',
    headers: cookie === undefined ? {} : { Cookie: cookie },
    body: form === undefined ? null : new URLSearchParams(form),
  })
  return { request, params, context: { nonce: '', requestId: 'test', client: '192.0.2.7' } }
}

/** The cookie of a new session of somebody. */
export async function cookieOf(db: Db, actor: Pick<Actor, 'id'>): Promise<string> {
  return cookieIn(await startSession(db, new Request(site), actor.id))
}

/** The cookie that a Set-Cookie header sets. */
export function cookieIn(header: string | null): string {
  return header?.split(';')[0] ?? ''
}

interface Outcome<T> {
  status: number
  location: string | null
  setCookie: string | null
  /** What the page is shown with; undefined for a bare response. */
  data: T
}

type Answered<T> = T extends Response
  ? never
  : T extends { type: string; data: infer D; init: ResponseInit | null }
    ? D
    : T

/** What a loader or action came to: returned or thrown, bare value, data with a status, or response. */
export async function outcomeOf<T>(answer: Promise<T>): Promise<Outcome<Answered<T>>> {
  const result: unknown = await answer.catch(thrown => {
    if (thrown instanceof Response) return thrown
    throw thrown
  })
  if (result instanceof Response) {
    return {
      status: result.status,
      location: result.headers.get('Location'),
      setCookie: result.headers.get('Set-Cookie'),
      data: undefined as Answered<T>,
    }
  }
  const withInit = result as { type?: string; data: unknown; init: ResponseInit | null } | null
  const isInit = withInit?.type === 'DataWithResponseInit'
  return {
    status: (isInit ? withInit.init?.status : undefined) ?? 200,
    location: null,
    setCookie: null,
    data: (isInit ? withInit.data : result) as Answered<T>,
  }
}
