import { sitePassword } from './site-day.ts'

/** Somebody signed in who asks a running site without a browser. */
export interface Visitor {
  get: (path: string) => Promise<Response>
  /** Posts a form; redirects are not followed. */
  post: (path: string, form: Record<string, string | File>) => Promise<Response>
  headers: Record<string, string>
}

/** Signs in and keeps the session. */
export async function visitorOf(site: { url: string }, login: string): Promise<Visitor> {
  const answer = await fetch(`${site.url}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: site.url },
    body: new URLSearchParams({ login, password: sitePassword }),
  })
  const cookie = answer.headers.get('Set-Cookie')?.split(';')[0]
  if (cookie === undefined) throw new Error(`${login} could not sign in: ${answer.status}`)
  const headers = { Origin: site.url, Cookie: cookie }
  return {
    headers,
    get: path => fetch(site.url + path, { headers }),
    post: (path, form) =>
      fetch(site.url + path, { method: 'POST', redirect: 'manual', headers, body: bodyOf(form) }),
  }
}

function bodyOf(form: Record<string, string | File>): FormData {
  const body = new FormData()
  for (const [name, value] of Object.entries(form)) body.set(name, value)
  return body
}
