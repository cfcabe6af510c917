import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { isDay, now, today } from '#app/calendar-day.ts'
import { moveTitleApplication } from '#app/features/title-applications/move-title-application.server.ts'
import {
  readRecommending,
  readTitleApplication,
} from '#app/features/title-applications/read-title-application.server.ts'
import { standingsOf } from '#app/features/title-applications/standing.rule.ts'
import {
  titleApplicationText as text,
  titleActionWords,
  titleMoveRefusalWords,
} from '#app/features/title-applications/title-applications.text.ts'
import { mayRecommend } from '#app/features/title-applications/title-way.rule.ts'
import { enteredIn, parseForm } from '#app/http/forms.server.ts'
import { parseParams } from '#app/http/params.ts'
import { badRequest, forbidden, notFound } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Field, LongTextField } from '#app/ui/field.tsx'
import { Notice, Page } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string().length(26) })
const day = z
  .string()
  .refine(text => text === '' || isDay(text))
  .default('')
  .transform(text => (text === '' ? undefined : text))
const Recommend = z.object({
  movedAt: z.string().max(23).default(''),
  position: z
    .string()
    .max(6)
    .default('')
    .transform(text => (/^\d{1,4}$/.test(text.trim()) ? Number(text) : undefined)),
  opinion: z.string().max(1000).default(''),
  educationBy: z.string().max(60).default(''),
  educationOn: day,
  sportsBy: z.string().max(60).default(''),
  sportsOn: day,
})

/** The unit's recommendation: its opinion, the place among its schools, and both bureaus. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.handleTitleApplications(actor)) throw forbidden()
  const { id } = parseParams(params, Params)
  const asked = { id, today: today(), now: now(), locale: await localeOf(request) }
  const read = await readTitleApplication(db, scopeOf(actor), asked)
  if (read === null) throw notFound()
  const { application, sportNames } = read
  if (!mayRecommend(standingsOf(scopeOf(actor), application))) throw forbidden()
  return {
    application: { id, schoolName: application.schoolName, batchName: application.batchName },
    movedAt: application.stateAt,
    // What was written stays on the page when it was moved meanwhile.
    isOpen: read.actions.includes('recommend'),
    sportNames,
    today: today(),
    ...(await readRecommending(db, application, today())),
  }
}

/** After a refusal too: whoever is refused has to see how it stands now. */
export function shouldRevalidate(): boolean {
  return true
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.handleTitleApplications(actor)) throw forbidden()
  const { id } = parseParams(params, Params)
  const posted = await request.formData()
  const form = await parseForm(posted, Recommend, await localeOf(request))
  if (!form.ok) throw badRequest()
  const { movedAt, ...recommendation } = form.value
  const result = await moveTitleApplication(db, scopeOf(actor), actor, {
    ...{ id, action: 'recommend', reason: '', seenAt: null, mendUntil: null },
    ...{ movedAt: movedAt === '' ? null : movedAt, recommendation, today: today(), now: now() },
  })
  if (result.ok) return redirect(`/titles/applications/${id}?done=1`)
  if (result.refusal === 'not-found') throw notFound()
  if (result.refusal === 'not-allowed') throw forbidden()
  return data({ refusal: result.refusal, entered: enteredIn(posted) }, { status: 422 })
}

export default function RecommendSchool() {
  const { application, movedAt, isOpen, sportNames, quota, taken, next, ...read } =
    useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  const refusal = answer?.refusal ?? (isOpen ? undefined : 'not-from-here')
  const given = (name: string, usual = '') => ({ name, defaultValue: answer?.entered[name] ?? usual })
  return (
    <Page
      title={t(titleActionWords.recommend)}
      crumbs={[
        { to: '/titles/applications', label: t(text.title) },
        { to: `/titles/applications/${application.id}`, label: application.schoolName, lang: 'zh-CN' },
      ]}
      answer={`${application.schoolName} ${sportNames.join('、')}`}
      asOf={t(text.quota, { quota, taken: taken.length })}
    >
      {refusal !== undefined && <Notice kind="problem">{t(titleMoveRefusalWords[refusal])}</Notice>}
      <Form method="post">
        <input type="hidden" name="movedAt" value={movedAt} />
        <Field {...given('position', String(next))} type="number" min={1} label={t(text.position)} required />
        <LongTextField {...given('opinion')} label={t(text.opinion)} maxLength={1000} required />
        <Field {...given('educationBy')} label={t(text.educationBy)} maxLength={60} required />
        <Field {...given('educationOn', read.today)} type="date" label={t(text.educationOn)} required />
        <Field {...given('sportsBy')} label={t(text.sportsBy)} maxLength={60} required />
        <Field {...given('sportsOn', read.today)} type="date" label={t(text.sportsOn)} required />
        {isOpen && <button className={button.primary}>{t(titleActionWords.recommend)}</button>}
      </Form>
    </Page>
  )
}
