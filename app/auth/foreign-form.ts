import { verifyRequestOrigin } from 'lucia'

/** What both express and Node's http know of a request. */
interface RequestHead {
  method: string
  headers: Readonly<Record<string, string | string[] | undefined>>
}

const reading = ['GET', 'HEAD', 'OPTIONS']

/**
 * Whether a request that may change something comes from a page of another site, and is to be refused with 403.
 * A browser says so itself (Sec-Fetch-Site), over plain HTTP by Origin; a request that says neither is refused too.
 * `ownOrigin` is how browsers reach the site; without it the Host header is believed.
 */
export function refuseForeignForm(request: RequestHead, ownOrigin?: string): boolean {
  if (reading.includes(request.method.toUpperCase())) return false
  const site = single(request.headers['sec-fetch-site'])
  if (site !== undefined) return site !== 'same-origin'
  const origin = single(request.headers.origin)
  const own = ownOrigin ?? single(request.headers.host)
  return origin === undefined || own === undefined || !verifyRequestOrigin(origin, [own])
}

function single(value: string | string[] | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
