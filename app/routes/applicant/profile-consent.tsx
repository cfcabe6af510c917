import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { inCity, now } from '#app/calendar-day.ts'
import { changeConsent } from '#app/features/applicants/change-profile.server.ts'
import { consentPurposes } from '#app/features/applicants/consent.rule.ts'
import { consentText } from '#app/features/applicants/consent.text.ts'
import { profileText } from '#app/features/applicants/profile.text.ts'
import { readProfile } from '#app/features/applicants/read-profile.server.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { badRequest, forbidden, notFound } from '#app/http/responses.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Page, Section } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Answer = z.object({ purpose: z.enum(consentPurposes), agrees: z.enum(['0', '1']) })

/** What somebody agreed to, in its own words, with the time; each can be taken back. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.keepProfile(actor)) throw forbidden()
  const profile = await readProfile(db, actor.id)
  if (profile === null) throw notFound()
  return { consents: profile.consents }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.keepProfile(actor)) throw forbidden()
  const form = await parseForm(request, Answer)
  if (!form.ok) throw badRequest()
  const { purpose, agrees } = form.value
  const result = await changeConsent(db, actor, { purpose, agrees: agrees === '1' }, now())
  if (!result.ok) throw notFound()
  return redirect('/profile?saved=1')
}

export default function ProfileConsent() {
  const { consents } = useLoaderData<typeof loader>()
  const t = useSay()
  return (
    <Page
      title={t(profileText.parts.consent)}
      crumbs={[{ to: '/profile', label: t(profileText.title) }]}
      asOf={t(profileText.withdrawMeans)}
    >
      {consents.map(({ purpose, given }) => (
        <Section title={t(consentText[purpose].title)} key={purpose}>
          <p>{t(consentText[purpose].text)}</p>
          <p>
            {given === null
              ? t(profileText.consentMissing)
              : t(profileText.consentGiven, { at: inCity(given.givenAt), version: given.version })}
          </p>
          <Form method="post">
            <input type="hidden" name="purpose" value={purpose} />
            <button
              name="agrees"
              value={given === null ? '1' : '0'}
              className={given === null ? button.primary : button.danger}
              aria-label={`${t(given === null ? profileText.agree : profileText.withdraw)} ${t(consentText[purpose].title)}`}
            >
              {t(given === null ? profileText.agree : profileText.withdraw)}
            </button>
          </Form>
        </Section>
      ))}
    </Page>
  )
}
