import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { inCity } from '#app/calendar-day.ts'
import { profileText } from '#app/features/applicants/profile.text.ts'
import { askErasure, readErasure, takeErasureBack } from '#app/features/personal-data/erase-person.server.ts'
import { personalDataText } from '#app/features/personal-data/personal-data.text.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { badRequest, forbidden, notFound } from '#app/http/responses.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { CheckField } from '#app/ui/field.tsx'
import { Page, Section } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

/** Nobody is deleted by one click: a box is ticked first. */
const Wish = z.union([
  z.object({ wish: z.literal('keep') }),
  z.object({ wish: z.literal('erase'), sure: z.literal('on') }),
])

/** What is kept how long, the way to take it along, and the way to be deleted. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.keepProfile(actor)) throw forbidden()
  const erasure = await readErasure(db, actor.id, new Date())
  if (erasure === undefined) throw notFound()
  const { holds, askedAt } = erasure
  return { holds, askedAt: askedAt === null ? null : inCity(askedAt) }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.keepProfile(actor)) throw forbidden()
  const form = await parseForm(request, Wish)
  if (!form.ok) throw badRequest()
  if (form.value.wish === 'keep') {
    await takeErasureBack(db, actor, new Date())
    return redirect('/profile/data')
  }
  const result = await askErasure(db, actor, new Date())
  if (result === 'no-profile') throw notFound()
  return redirect(result === 'erased' ? '/sign-in?erased=1' : '/profile/data')
}

export default function PersonalData() {
  const { holds, askedAt } = useLoaderData<typeof loader>()
  const t = useSay()
  const isHeld = holds.applications + holds.contracts > 0
  return (
    <Page
      title={t(personalDataText.title)}
      crumbs={[{ to: '/profile', label: t(profileText.title) }]}
      asOf={t(personalDataText.lead)}
    >
      <p>
        <a className={button.button} href="/profile/data.xlsx">
          {t(personalDataText.exportData)}
        </a>
      </p>
      <Section title={t(personalDataText.erase)}>
        <p>{t(personalDataText.eraseMeans)}</p>
        {isHeld && (
          <p>
            {t(personalDataText.held, holds)}
            {askedAt === null && ` ${t(personalDataText.waits)}`}
          </p>
        )}
        {askedAt !== null && <p>{t(personalDataText.asked, { at: askedAt })}</p>}
        <Form method="post">
          {askedAt === null ? (
            <>
              <CheckField name="sure" label={t(personalDataText.sure)} required />
              <button className={button.danger} name="wish" value="erase">
                {t(isHeld ? personalDataText.askErase : personalDataText.confirmErase)}
              </button>
            </>
          ) : (
            <button className={button.button} name="wish" value="keep">
              {t(personalDataText.keep)}
            </button>
          )}
        </Form>
      </Section>
    </Page>
  )
}
