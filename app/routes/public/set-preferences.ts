import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import { parseForm } from '#app/http/forms.server.ts'
import { isOwnPage } from '#app/http/own-page.ts'
import { badRequest } from '#app/http/responses.ts'
import { rememberLocale } from '#app/i18n/locale.server.ts'
import { rememberType } from '#app/i18n/preferences.server.ts'
import { locales } from '#app/i18n/text.ts'

const Preferences = z.object({
  locale: z.enum(locales).optional(),
  type: z.enum(['large', 'normal']).optional(),
  back: z.string().optional(),
})

export async function action({ request }: ActionFunctionArgs) {
  const form = await parseForm(request, Preferences)
  if (!form.ok) throw badRequest()
  const { locale, type, back } = form.value
  const headers = new Headers()
  if (locale !== undefined) headers.append('Set-Cookie', await rememberLocale(locale))
  if (type !== undefined) headers.append('Set-Cookie', await rememberType(type))
  return redirect(back !== undefined && isOwnPage(back) ? back : '/', { headers })
}
