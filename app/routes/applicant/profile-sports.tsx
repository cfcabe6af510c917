import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { isDay, today } from '#app/calendar-day.ts'
import { changeSport } from '#app/features/applicants/change-profile.server.ts'
import { profileText } from '#app/features/applicants/profile.text.ts'
import { readProfile } from '#app/features/applicants/read-profile.server.ts'
import { coachingText } from '#app/features/coaching/coaching.text.ts'
import { athleteGrades, sportResults } from '#app/features/coaching/grades.rule.ts'
import { listSports } from '#app/features/sports/sports.queries.server.ts'
import { enteredIn, parseForm } from '#app/http/forms.server.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Field, SelectField } from '#app/ui/field.tsx'
import { EmptyState, Page, Section } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Sport = z.object({
  sport: z.string().min(1).max(30),
  grade: z.enum(athleteGrades).default(''),
  gradeNumber: z.string().trim().max(40).default(''),
  gradedOn: z
    .string()
    .refine(text => text === '' || isDay(text))
    .default('')
    .transform(text => (text === '' ? null : text)),
  result: z.enum(sportResults).default(''),
  resultText: z.string().trim().max(300).default(''),
})

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.keepProfile(actor)) throw forbidden()
  const profile = await readProfile(db, actor.id)
  if (profile === null) throw notFound()
  const isEnglish = (await localeOf(request)) === 'en'
  const sports = await listSports(db)
  return {
    held: profile.sports,
    sports: sports.map(({ code, name, nameEn }) => ({ code, name: isEnglish ? nameEn : name })),
  }
}

/** Adds a sport, or replaces what was said of it. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.keepProfile(actor)) throw forbidden()
  const posted = await request.formData()
  const form = await parseForm(posted, Sport, await localeOf(request))
  const entered = enteredIn(posted)
  if (!form.ok) return data({ errors: form.errors, refusal: null, entered }, { status: 422 })
  const result = await changeSport(db, actor, form.value, today())
  if (result.ok) return redirect('/profile?saved=1')
  if (result.refusal === 'no-profile') throw notFound()
  const errors: Record<string, string> = {}
  return data({ errors, refusal: result.refusal, entered }, { status: 422 })
}

export default function ProfileSports() {
  const { held, sports } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  const values: Record<string, string> = answer?.entered ?? {}
  const errors: Record<string, string> = { ...answer?.errors }
  if (answer?.refusal) {
    const at = answer.refusal === 'day-to-come' ? 'gradedOn' : 'sport'
    errors[at] = t(profileText.refusal[answer.refusal])
  }
  const field = (name: string) => ({ name, defaultValue: values[name], error: errors[name] })
  const nameOf = (code: string) => sports.find(one => one.code === code)?.name ?? code
  return (
    <Page title={t(profileText.parts.sports)} crumbs={[{ to: '/profile', label: t(profileText.title) }]}>
      {held.length === 0 && <EmptyState>{t(profileText.noSports)}</EmptyState>}
      {held.map(one => (
        <Form method="post" action="/profile/sports/remove" key={one.sport} className={button.row}>
          <span>
            {nameOf(one.sport)} · {t(coachingText.grade[one.grade])}
          </span>
          <input type="hidden" name="sport" value={one.sport} />
          <button className={button.danger} aria-label={`${t(profileText.remove)} ${nameOf(one.sport)}`}>
            {t(profileText.remove)}
          </button>
        </Form>
      ))}
      <Section title={t(profileText.add)}>
        <Form method="post">
          <SelectField {...field('sport')} label={t(profileText.sport)} required>
            <option value="">{t(profileText.choose)}</option>
            {sports.map(one => (
              <option key={one.code} value={one.code}>
                {one.name}
              </option>
            ))}
          </SelectField>
          <SelectField {...field('grade')} label={t(profileText.grade)}>
            {[...athleteGrades].reverse().map(grade => (
              <option key={grade} value={grade}>
                {t(coachingText.grade[grade])}
              </option>
            ))}
          </SelectField>
          <Field {...field('gradeNumber')} label={t(profileText.gradeNumber)} maxLength={40} />
          <Field {...field('gradedOn')} type="date" label={t(profileText.gradedOn)} />
          <SelectField {...field('result')} label={t(profileText.result)}>
            {[...sportResults].reverse().map(result => (
              <option key={result} value={result}>
                {t(coachingText.result[result])}
              </option>
            ))}
          </SelectField>
          <Field {...field('resultText')} label={t(profileText.resultText)} maxLength={300} />
          <button className={button.primary}>{t(profileText.save)}</button>
        </Form>
      </Section>
    </Page>
  )
}
