import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { isDay, today } from '#app/calendar-day.ts'
import { addCertificate } from '#app/features/applicants/change-profile.server.ts'
import { profileText } from '#app/features/applicants/profile.text.ts'
import { readProfile } from '#app/features/applicants/read-profile.server.ts'
import { enteredIn, parseForm } from '#app/http/forms.server.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Field, SelectField } from '#app/ui/field.tsx'
import { EmptyState, Page, Section } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

type Kind = keyof typeof profileText.kinds
type Level = keyof typeof profileText.levels

const kinds = Object.keys(profileText.kinds) as [Kind, ...Kind[]]
const levels = Object.keys(profileText.levels) as [Level, ...Level[]]
const day = z
  .string()
  .refine(text => text === '' || isDay(text))
  .default('')
  .transform(text => (text === '' ? null : text))

const Certificate = z.object({
  kind: z.enum(kinds),
  literal: z.string().trim().max(60).default(''),
  level: z.enum(levels).default(''),
  number: z.string().trim().max(40).default(''),
  issuedOn: day,
  expiresOn: day,
})

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.keepProfile(actor)) throw forbidden()
  const profile = await readProfile(db, actor.id)
  if (profile === null) throw notFound()
  return { held: profile.certificates }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.keepProfile(actor)) throw forbidden()
  const posted = await request.formData()
  const form = await parseForm(posted, Certificate, await localeOf(request))
  const entered = enteredIn(posted)
  if (!form.ok) return data({ errors: form.errors, refusal: null, entered }, { status: 422 })
  const result = await addCertificate(db, actor, form.value, today())
  if (result.ok) return redirect('/profile?saved=1')
  if (result.refusal === 'no-profile') throw notFound()
  const errors: Record<string, string> = {}
  return data({ errors, refusal: result.refusal, entered }, { status: 422 })
}

const placeOf: Record<string, string> = {
  'title-unknown': 'literal',
  'level-missing': 'level',
  'day-to-come': 'issuedOn',
  'expires-before-issued': 'expiresOn',
}

export default function ProfileCertificates() {
  const { held } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  const values: Record<string, string> = answer?.entered ?? {}
  const errors: Record<string, string> = { ...answer?.errors }
  if (answer?.refusal) errors[placeOf[answer.refusal] ?? 'kind'] = t(profileText.refusal[answer.refusal])
  const field = (name: string) => ({ name, defaultValue: values[name], error: errors[name] })
  return (
    <Page
      title={t(profileText.parts.certificates)}
      crumbs={[{ to: '/profile', label: t(profileText.title) }]}
    >
      {held.length === 0 && <EmptyState>{t(profileText.noCertificates)}</EmptyState>}
      {held.map(one => (
        <Form method="post" action="/profile/certificates/remove" key={one.id} className={button.row}>
          <span>{[t(profileText.kinds[one.kind]), one.literal, one.number].filter(Boolean).join(' · ')}</span>
          <input type="hidden" name="id" value={one.id} />
          <button
            className={button.danger}
            aria-label={`${t(profileText.remove)} ${t(profileText.kinds[one.kind])} ${one.literal}`}
          >
            {t(profileText.remove)}
          </button>
        </Form>
      ))}
      <Section title={t(profileText.add)}>
        <Form method="post">
          <SelectField {...field('kind')} label={t(profileText.kind)} required>
            {kinds.map(kind => (
              <option key={kind} value={kind}>
                {t(profileText.kinds[kind])}
              </option>
            ))}
          </SelectField>
          <Field {...field('literal')} label={t(profileText.literal)} maxLength={60} />
          <SelectField {...field('level')} label={t(profileText.level)}>
            {levels.map(level => (
              <option key={level} value={level}>
                {t(profileText.levels[level])}
              </option>
            ))}
          </SelectField>
          <Field {...field('number')} label={t(profileText.number)} maxLength={40} />
          <Field {...field('issuedOn')} type="date" label={t(profileText.issuedOn)} />
          <Field {...field('expiresOn')} type="date" label={t(profileText.expiresOn)} />
          <button className={button.primary}>{t(profileText.save)}</button>
        </Form>
      </Section>
    </Page>
  )
}
