import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { addDays, inCity, isDay, mondayOf, today } from '#app/calendar-day.ts'
import { config } from '#app/config.server.ts'
import { type LinkField, LinkFields } from '#app/features/upload-links/link-form.tsx'
import { MadeLink } from '#app/features/upload-links/made-link.tsx'
import { type MakeRefusal, makeLink } from '#app/features/upload-links/make-link.server.ts'
import { qrCodeOf } from '#app/features/upload-links/qr-code.server.ts'
import { linkSheets } from '#app/features/upload-links/upload-link.rule.ts'
import { uploadLinksText } from '#app/features/upload-links/upload-links.text.ts'
import { enteredIn, parseForm } from '#app/http/forms.server.ts'
import { forbidden } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { say } from '#app/i18n/text.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Page } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Wish = z.object({
  schoolCode: z.string().max(20).default(''),
  label: z.string().max(200).default(''),
  sheet: z.enum(linkSheets),
  firstDay: z.string().refine(isDay),
  lastDay: z.string().refine(isDay),
  lifetime: z.coerce.number(),
  usesAllowed: z.coerce.number(),
  confirms: z.enum(['school', 'teacher']),
})

const fieldOf: Record<MakeRefusal, LinkField> = {
  'school-unknown': 'schoolCode',
  'school-closed': 'schoolCode',
  'label-missing': 'label',
  'holds-number': 'label',
  'days-turned': 'lastDay',
  'too-many-days': 'lastDay',
  'no-such-lifetime': 'lifetime',
  'no-such-uses': 'usesAllowed',
}

/** The page shows a secret. */
export const headers = () => ({ 'Cache-Control': 'no-store' })

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.makeUploadLinks(actor)) throw forbidden()
  const monday = mondayOf(today())
  const usual = { firstDay: monday, lastDay: addDays(monday, 6), lifetime: '7', usesAllowed: '1' }
  return { usual, isSchool: actor.role === 'school' }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.makeUploadLinks(actor)) throw forbidden()
  const locale = await localeOf(request)
  const posted = await request.formData()
  const form = await parseForm(posted, Wish, locale)
  const entered = enteredIn(posted)
  if (!form.ok) return data({ errors: form.errors, entered, made: null }, { status: 422 })
  const made = await makeLink(db, scopeOf(actor), actor, form.value, { today: today(), now: new Date() })
  if (!made.ok) {
    const errors = { [fieldOf[made.refusal]]: say(locale, uploadLinksText.makeRefusals[made.refusal]) }
    return data({ errors, entered, made: null }, { status: 422 })
  }
  const address = `${config.ORIGIN ?? new URL(request.url).origin}/u/${made.token}`
  const { label, sheet, firstDay, lastDay, confirms, usesAllowed, expiresAt } = made.link
  const terms = { label, sheet, firstDay, lastDay, confirms, usesAllowed, until: inCity(expiresAt) }
  const shown = { address, qr: qrCodeOf(address), school: made.school.name, ...terms }
  return data({ errors: {}, entered: {}, made: shown }, { status: 200 })
}

export default function MakeUploadLink() {
  const { usual, isSchool } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  const crumbs = [{ to: '/upload-links', label: t(uploadLinksText.title) }]
  if (answer?.made)
    return (
      <Page title={t(uploadLinksText.theLink)} crumbs={crumbs}>
        <MadeLink {...answer.made} />
        <p className={button.row}>
          <Link className={button.button} to="/upload-links">
            {t(uploadLinksText.back)}
          </Link>
        </p>
      </Page>
    )
  return (
    <Page title={t(uploadLinksText.make)} crumbs={crumbs} answer={t(uploadLinksText.lead)}>
      <Form method="post">
        <LinkFields asksSchool={!isSchool} entered={answer?.entered ?? usual} errors={answer?.errors ?? {}} />
        <button className={button.primary}>{t(uploadLinksText.makeNow)}</button>
      </Form>
    </Page>
  )
}
