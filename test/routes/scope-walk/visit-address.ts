import { join } from 'node:path'
import type { RouteConfigEntry } from '@remix-run/route-config'
import * as xlsx from 'xlsx'
import routes from '#app/routes.ts'
import type { Ask } from './asks.ts'

type Handler = (input: { request: Request; params: Record<string, string>; context: unknown }) => unknown

/** An address of the site and what answers there. */
export interface Address {
  path: string
  loader: Handler | undefined
  action: Handler | undefined
}

interface Visited {
  /** '200', '404'…, 'in' when the visitor must sign in, 'moved' when sent elsewhere. */
  answer: string
  /** Everything that the visitor could read in the answer. */
  text: string
}

/** Every address of app/routes.ts with its handlers. */
export async function allAddresses(): Promise<Address[]> {
  const entries = routes.flatMap(withChildren)
  return Promise.all(
    entries.map(async ({ path = '', file }) => {
      const page: Partial<Record<'loader' | 'action', Handler>> = await import(
        /* @vite-ignore */ join(import.meta.dirname, '../../../app', file)
      )
      return { path, loader: page.loader, action: page.action }
    }),
  )
}

function withChildren(entry: RouteConfigEntry): RouteConfigEntry[] {
  const below = (entry.children ?? []).flatMap(withChildren)
  return [entry, ...below.map(child => ({ ...child, path: `${entry.path ?? ''}/${child.path ?? ''}` }))]
}

/** Asks one address as whoever holds the cookie. */
export async function visitAddress(
  address: Address,
  method: 'GET' | 'POST',
  ask: Ask,
  cookie: string | undefined,
): Promise<Visited> {
  const handler = method === 'GET' ? address.loader : address.action
  if (handler === undefined) throw new Error(`/${address.path} answers no ${method}`)
  const url = new URL(
    `http://sports.test/${address.path.replace(/:(\w+)/g, (_, name) => ask.params[name] ?? '')}`,
  )
  url.search = new URLSearchParams(ask.search).toString()
  const request = new Request(url, {
    method,
    headers: cookie === undefined ? {} : { Cookie: cookie },
    body: method === 'GET' ? null : bodyOf(ask),
  })
  const context = { nonce: '', requestId: 'test' }
  const answered = async () => handler({ request, params: ask.params, context })
  const result = await answered().catch(thrownResponse)
  return result instanceof Response ? ofResponse(result) : ofData(result)
}

function bodyOf({ form = {}, file }: Ask): URLSearchParams | FormData {
  if (file === undefined) return new URLSearchParams(form)
  const body = new FormData()
  for (const [name, value] of Object.entries(form)) body.set(name, value)
  body.set('file', new File([file.text], file.name))
  return body
}

function thrownResponse(thrown: unknown): Response {
  if (thrown instanceof Response) return thrown
  throw thrown
}

async function ofResponse(response: Response): Promise<Visited> {
  const location = response.headers.get('Location')
  if (location !== null) return { answer: location.startsWith('/sign-in') ? 'in' : 'moved', text: location }
  const bytes = Buffer.from(await response.arrayBuffer())
  const isWorkbook = response.headers.get('Content-Type')?.includes('spreadsheetml')
  const name = decodeURIComponent(response.headers.get('Content-Disposition') ?? '')
  return {
    answer: String(response.status),
    text: name + (isWorkbook ? JSON.stringify(xlsx.read(bytes).Sheets) : bytes.toString('utf8')),
  }
}

function ofData(result: unknown): Visited {
  const init = result as { type?: string; data: unknown; init: ResponseInit | null } | null
  if (init?.type !== 'DataWithResponseInit') return { answer: '200', text: JSON.stringify(result) ?? '' }
  return { answer: String(init.init?.status ?? 200), text: JSON.stringify(init.data) }
}
