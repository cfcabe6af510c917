import { createCookie } from '@remix-run/node'

const cookie = createCookie('type', { path: '/', sameSite: 'lax', httpOnly: true, maxAge: 31_536_000 })

/** Whether the reader asked for large type (长者模式). */
export async function wantsLargeType(request: Request): Promise<boolean> {
  const chosen: unknown = await cookie.parse(request.headers.get('Cookie'))
  return chosen === 'large'
}

/** The header that remembers a choice. */
export async function rememberType(type: 'large' | 'normal'): Promise<string> {
  return cookie.serialize(type)
}
