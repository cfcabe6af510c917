import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { inCity, now } from '#app/calendar-day.ts'
import { duplicatePairs, type LookAlike } from '#app/features/personal-data/duplicates.queries.server.ts'
import { duplicatesText as text } from '#app/features/personal-data/duplicates.text.ts'
import { keepApart, mergePersons } from '#app/features/personal-data/merge-persons.server.ts'
import { recruitmentText } from '#app/features/posts/posts.text.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { badRequest, forbidden } from '#app/http/responses.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { EmptyState, Notice, Page, Section } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const id = z.string().length(26)
const Decision = z.object({ one: id, other: id, decision: z.enum(['merge', 'apart']) })

/** Profiles that look like one person's, for the city to decide. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.mergePersons(actor)) throw forbidden()
  return { pairs: await duplicatePairs(db) }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.mergePersons(actor)) throw forbidden()
  const form = await parseForm(request, Decision)
  if (!form.ok) throw badRequest()
  const { one, other, decision } = form.value
  const result =
    decision === 'merge'
      ? await mergePersons(db, actor, { keepId: one, mergeId: other, now: now() })
      : await keepApart(db, actor, { ids: [one, other], now: now() })
  if (result.ok) return redirect('/recruitment/duplicates')
  return data({ refusal: result.refusal }, { status: 422 })
}

export default function Duplicates() {
  const { pairs } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  return (
    <Page
      exports
      title={t(text.title)}
      crumbs={[{ to: '/recruitment', label: t(recruitmentText.title) }]}
      answer={t(text.answer, { count: pairs.length })}
      asOf={t(text.lead)}
    >
      {answer !== undefined && <Notice kind="problem">{t(text.refusal[answer.refusal])}</Notice>}
      {pairs.length === 0 && <EmptyState>{t(text.answer, { count: 0 })}</EmptyState>}
      {pairs.map(({ one, other, by }) => (
        <Section title={t(text.by[by])} key={`${one.id} ${other.id}`}>
          <Person kept={one} merged={other} />
          <Person kept={other} merged={one} />
          <Form method="post">
            <input type="hidden" name="one" value={one.id} />
            <input type="hidden" name="other" value={other.id} />
            <button className={button.button} name="decision" value="apart">
              {t(text.apart)}
            </button>
          </Form>
        </Section>
      ))}
    </Page>
  )
}

function Person({ kept, merged }: { kept: LookAlike; merged: LookAlike }) {
  const t = useSay()
  const { name, birthDate, createdAt, applications } = kept
  const facts = { born: birthDate ?? '—', at: inCity(createdAt), applications }
  return (
    <Form method="post" className={button.row}>
      <span>
        <span lang="zh-CN">{name}</span> {t(text.person, facts)}
      </span>
      <input type="hidden" name="one" value={kept.id} />
      <input type="hidden" name="other" value={merged.id} />
      <button className={button.danger} name="decision" value="merge">
        {t(text.keep)}
      </button>
    </Form>
  )
}
