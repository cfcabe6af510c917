import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { inCity, instantInCity, now } from '#app/calendar-day.ts'
import { spoken } from '#app/features/applications/application-number.rule.ts'
import { slotsOfPost, withoutSlot } from '#app/features/applications/interviews.queries.server.ts'
import { interviewsText as text } from '#app/features/applications/interviews.text.ts'
import {
  addSlots,
  assignAll,
  changeSlot,
  mayPlan,
} from '#app/features/applications/plan-interviews.server.ts'
import { findPost } from '#app/features/posts/posts.queries.server.ts'
import { recruitmentText } from '#app/features/posts/posts.text.ts'
import { enteredIn, parseForm } from '#app/http/forms.server.ts'
import { parseParams } from '#app/http/params.ts'
import { badRequest, forbidden, notFound } from '#app/http/responses.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Field } from '#app/ui/field.tsx'
import { EmptyState, Notice, Page, Section } from '#app/ui/page.tsx'
import table from '#app/ui/table.module.css'
import { TableFrame } from '#app/ui/table.tsx'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string().length(26) })
const whole = z.coerce.number().int()
const Asked = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('add'),
    panel: z.string().max(60).default(''),
    place: z.string().max(120).default(''),
    first: z.string().max(16).default(''),
    minutes: whole,
    count: whole,
  }),
  z.object({ intent: z.literal('assign') }),
  z.object({ intent: z.literal('give'), slot: z.string().length(26), application: z.string().length(26) }),
  z.object({ intent: z.enum(['take-back', 'remove']), slot: z.string().length(26) }),
])

/** The times of a post's skill test: who comes when and where, and who has no time yet. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.preparePosts(actor)) throw forbidden()
  const { id } = parseParams(params, Params)
  const scope = scopeOf(actor)
  const post = await findPost(db, scope, id)
  if (post === undefined) throw notFound()
  const slots = await slotsOfPost(db, id)
  return {
    post: { id, title: post.title },
    mayPlan: mayPlan(scope, post),
    waiting: (await withoutSlot(db, id)).map(({ id: one, name, number }) => ({ id: one, name, number })),
    slots: slots.map(({ startsAt, endsAt, ...slot }) => ({
      ...slot,
      time: `${inCity(startsAt)}–${inCity(endsAt).slice(11)}`,
    })),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.preparePosts(actor)) throw forbidden()
  const { id: postId } = parseParams(params, Params)
  const posted = await request.formData()
  const form = await parseForm(posted, Asked)
  if (!form.ok && posted.get('intent') !== 'add') throw badRequest()
  const entered = enteredIn(posted)
  if (!form.ok) return data({ refusal: 'out-of-bounds' as const, entered }, { status: 422 })
  const result = await carryOut(postId, form.value, actor)
  if (result.ok) return redirect(`/recruitment/posts/${postId}/interviews`)
  if (result.refusal === 'not-found') throw notFound()
  if (result.refusal === 'not-allowed') throw forbidden()
  return data({ refusal: result.refusal, entered }, { status: 422 })
}

function carryOut(
  postId: string,
  asked: z.infer<typeof Asked>,
  actor: Awaited<ReturnType<typeof requireActor>>,
) {
  const scope = scopeOf(actor)
  const at = now()
  if (asked.intent === 'add') {
    const first = instantInCity(asked.first) ?? ''
    return addSlots(db, scope, actor, { ...asked, postId, first, now: at })
  }
  if (asked.intent === 'assign') return assignAll(db, scope, actor, { postId, now: at })
  return changeSlot(db, scope, actor, {
    postId,
    slotId: asked.slot,
    applicationId: asked.intent === 'give' ? asked.application : null,
    remove: asked.intent === 'remove',
    now: at,
  })
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>

export default function Interviews() {
  const { post, mayPlan, waiting, slots } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  const given = slots.filter(slot => slot.applicationId !== null).length
  return (
    <Page
      exports
      title={t(text.title)}
      crumbs={[
        { to: '/recruitment', label: t(recruitmentText.title) },
        { to: `/recruitment/posts/${post.id}`, label: post.title, lang: 'zh-CN' },
      ]}
      answer={t(text.answer, { slots: slots.length, given, waiting: waiting.length })}
    >
      {answer !== undefined && <Notice kind="problem">{t(text.refusal[answer.refusal])}</Notice>}
      {slots.length === 0 ? (
        <EmptyState>{t(text.none)}</EmptyState>
      ) : (
        <SlotTable slots={slots} waiting={waiting} mayPlan={mayPlan} />
      )}
      {mayPlan && waiting.length > 0 && given < slots.length && (
        <Form method="post">
          <button className={button.primary} name="intent" value="assign">
            {t(text.assign)}
          </button>
        </Form>
      )}
      {mayPlan && <AddSlots entered={answer?.entered ?? {}} />}
    </Page>
  )
}

function SlotTable({ slots, waiting, mayPlan }: Pick<Loaded, 'slots' | 'waiting' | 'mayPlan'>) {
  const t = useSay()
  return (
    <TableFrame label={t(text.title)}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t(text.time)}</th>
            <th scope="col">{t(text.panel)}</th>
            <th scope="col">{t(text.place)}</th>
            <th scope="col">{t(text.person)}</th>
          </tr>
        </thead>
        <tbody>
          {slots.map(slot => (
            <tr key={slot.id}>
              <th scope="row" className={table.nowrap}>
                {slot.time}
              </th>
              <td>{slot.panel}</td>
              <td>{slot.place}</td>
              <td>
                {slot.name === null ? t(text.free) : `${slot.name} ${spoken(slot.number ?? '')}`}
                {mayPlan && <SlotActions slot={slot} waiting={waiting} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}

function SlotActions({ slot, waiting }: { slot: Loaded['slots'][number]; waiting: Loaded['waiting'] }) {
  const t = useSay()
  const isFree = slot.applicationId === null
  return (
    <Form method="post" className={button.row}>
      <input type="hidden" name="slot" value={slot.id} />
      {isFree && waiting.length > 0 && (
        <>
          <select name="application" aria-label={`${t(text.person)} ${slot.time}`}>
            {waiting.map(one => (
              <option key={one.id} value={one.id}>
                {`${one.name} ${spoken(one.number)}`}
              </option>
            ))}
          </select>
          <button className={button.button} name="intent" value="give">
            {t(text.give)}
          </button>
        </>
      )}
      <button className={button.button} name="intent" value={isFree ? 'remove' : 'take-back'}>
        {t(isFree ? text.remove : text.takeBack)}
      </button>
    </Form>
  )
}

function AddSlots({ entered }: { entered: Record<string, string> }) {
  const t = useSay()
  return (
    <Section title={t(text.add)}>
      <Form method="post">
        <Field name="panel" label={t(text.panel)} defaultValue={entered.panel} maxLength={60} required />
        <Field name="place" label={t(text.place)} defaultValue={entered.place} maxLength={120} required />
        <Field
          name="first"
          type="datetime-local"
          label={t(text.first)}
          defaultValue={entered.first}
          required
        />
        <Field name="minutes" type="number" label={t(text.minutes)} defaultValue={entered.minutes ?? '20'} />
        <Field name="count" type="number" label={t(text.count)} defaultValue={entered.count ?? '6'} />
        <button className={button.primary} name="intent" value="add">
          {t(text.add)}
        </button>
      </Form>
    </Section>
  )
}
