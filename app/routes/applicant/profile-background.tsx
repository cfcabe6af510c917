import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { isDay, now, today } from '#app/calendar-day.ts'
import { changeBackground } from '#app/features/applicants/change-profile.server.ts'
import { profileText } from '#app/features/applicants/profile.text.ts'
import { readProfile } from '#app/features/applicants/read-profile.server.ts'
import { coachingText } from '#app/features/coaching/coaching.text.ts'
import { educations } from '#app/features/coaching/grades.rule.ts'
import { listUnits } from '#app/features/regions/units.queries.server.ts'
import { enteredIn, parseForm } from '#app/http/forms.server.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Field, SelectField } from '#app/ui/field.tsx'
import { Page } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const wishes = [1, 2, 3] as const
const orNothing = z.string().max(8).default('')
const Background = z.object({
  education: z.enum(educations).default(''),
  graduatedFrom: z.string().trim().max(120).default(''),
  experienceYears: z.coerce.number().int().min(0).max(60).default(0),
  isRetiredAthlete: z
    .enum(['0', '1'])
    .default('0')
    .transform(text => text === '1'),
  team: z.string().trim().max(120).default(''),
  retiredOn: z
    .string()
    .refine(text => text === '' || isDay(text))
    .default('')
    .transform(text => (text === '' ? null : text)),
  hoursWeek: z.coerce.number().int().min(1).max(60).nullable().default(null),
  unit1: orNothing,
  unit2: orNothing,
  unit3: orNothing,
})

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.keepProfile(actor)) throw forbidden()
  const profile = await readProfile(db, actor.id)
  if (profile === null) throw notFound()
  const isEnglish = (await localeOf(request)) === 'en'
  const units = await listUnits(db)
  const { education, graduatedFrom, experienceYears, isRetiredAthlete, team, retiredOn, hoursWeek } = profile
  const [unit1 = '', unit2 = '', unit3 = ''] = profile.units
  return {
    stands: {
      education,
      graduatedFrom,
      experienceYears: String(experienceYears),
      isRetiredAthlete: String(isRetiredAthlete),
      team,
      retiredOn: retiredOn ?? '',
      hoursWeek: hoursWeek === null ? '' : String(hoursWeek),
      unit1,
      unit2,
      unit3,
    },
    units: units.map(unit => ({ code: unit.code, name: isEnglish ? unit.nameEn : unit.name })),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.keepProfile(actor)) throw forbidden()
  const posted = await request.formData()
  const form = await parseForm(posted, Background, await localeOf(request))
  const entered = enteredIn(posted)
  if (!form.ok) return data({ errors: form.errors, refusal: null, entered }, { status: 422 })
  const { unit1, unit2, unit3, ...given } = form.value
  const known = new Set((await listUnits(db)).map(unit => unit.code))
  const units = [unit1, unit2, unit3].filter(code => known.has(code))
  const result = await changeBackground(db, actor, { ...given, units }, today(), now())
  if (result.ok) return redirect('/profile?saved=1')
  if (result.refusal === 'no-profile') throw notFound()
  const errors: Record<string, string> = {}
  return data({ errors, refusal: result.refusal, entered }, { status: 422 })
}

export default function ProfileBackground() {
  const { stands, units } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  const values: Record<string, string> = answer?.entered ?? stands
  const errors: Record<string, string> = { ...answer?.errors }
  if (answer?.refusal) errors.retiredOn = t(profileText.refusal[answer.refusal])
  const field = (name: string) => ({ name, defaultValue: values[name], error: errors[name] })
  return (
    <Page title={t(profileText.parts.background)} crumbs={[{ to: '/profile', label: t(profileText.title) }]}>
      <Form method="post">
        <SelectField {...field('education')} label={t(profileText.education)} required>
          <option value="">{t(profileText.choose)}</option>
          {educations.filter(Boolean).map(one => (
            <option key={one} value={one}>
              {t(coachingText.education[one])}
            </option>
          ))}
        </SelectField>
        <Field {...field('graduatedFrom')} label={t(profileText.graduatedFrom)} maxLength={120} />
        <Field
          {...field('experienceYears')}
          type="number"
          min={0}
          max={60}
          label={t(profileText.experienceYears)}
        />
        <SelectField {...field('isRetiredAthlete')} label={t(profileText.isRetired)}>
          <option value="0">{t(profileText.no)}</option>
          <option value="1">{t(profileText.yes)}</option>
        </SelectField>
        <Field {...field('team')} label={t(profileText.team)} maxLength={120} />
        <Field {...field('retiredOn')} type="date" label={t(profileText.retiredOn)} />
        <Field {...field('hoursWeek')} type="number" min={1} max={60} label={t(profileText.hoursWeek)} />
        {wishes.map(n => (
          <SelectField {...field(`unit${n}`)} key={n} label={t(profileText.wish, { n })}>
            <option value="">{t(profileText.nothing)}</option>
            {units.map(unit => (
              <option key={unit.code} value={unit.code}>
                {unit.name}
              </option>
            ))}
          </SelectField>
        ))}
        <button className={button.primary}>{t(profileText.save)}</button>
      </Form>
    </Page>
  )
}
