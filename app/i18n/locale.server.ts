import { createCookie } from '@remix-run/node'
import { type Locale, locales } from './text.ts'

const cookie = createCookie('locale', { path: '/', sameSite: 'lax', httpOnly: true, maxAge: 31_536_000 })

/** The language of a request: what its reader chose, otherwise Chinese. */
export async function localeOf(request: Request): Promise<Locale> {
  const chosen: unknown = await cookie.parse(request.headers.get('Cookie'))
  return locales.find(locale => locale === chosen) ?? 'zh-CN'
}

/** The header that remembers a choice. */
export async function rememberLocale(locale: Locale): Promise<string> {
  return cookie.serialize(locale)
}
