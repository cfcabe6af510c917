import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { now, today } from '#app/calendar-day.ts'
import { receiveObjection } from '#app/features/applications/objections.server.ts'
import { readNotice } from '#app/features/applications/read-notice.server.ts'
import { wayText } from '#app/features/applications/way.text.ts'
import { ObjectionForm } from '#app/features/objections/objection-form.tsx'
import { objectionsText } from '#app/features/objections/objections.text.ts'
import { enteredIn, parseForm } from '#app/http/forms.server.ts'
import { parseParams, parseSearch } from '#app/http/params.ts'
import { badRequest, notFound } from '#app/http/responses.ts'
import { useSay } from '#app/i18n/use-say.ts'
import { EmptyState, Notice, Page, Section } from '#app/ui/page.tsx'
import table from '#app/ui/table.module.css'
import { TableFrame } from '#app/ui/table.tsx'
import { db } from '#db/index.server.ts'

const Params = z.object({ number: z.string().max(40) })
const Search = z.object({ received: z.literal('1').optional() })
const Objection = z.object({
  name: z.string().max(60).default(''),
  contact: z.string().max(120).default(''),
  text: z.string().max(2000).default(''),
})

/** The public notice of a post: names and ranks, never a number of anybody. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { number } = parseParams(params, Params)
  const notice = await readNotice(db, number, today())
  if (notice === null) throw notFound()
  return { ...notice, received: parseSearch(request, Search).received === '1' }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { number } = parseParams(params, Params)
  const posted = await request.formData()
  const form = await parseForm(posted, Objection)
  if (!form.ok) throw badRequest()
  const client = context.client ?? ''
  const input = { postNumber: number, ...form.value, client, today: today(), now: now() }
  const result = await receiveObjection(db, input)
  if (result.ok) return redirect(`/posts/${number}/notice?received=1`)
  if (result.refusal === 'not-found') throw notFound()
  const status = result.refusal === 'client-busy' ? 429 : 422
  return data({ refusal: result.refusal, entered: enteredIn(posted) }, { status })
}

export default function PostNotice() {
  const { post, days, isRunning, people, received } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  const refusal = answer?.refusal
  const isOfPage = refusal === 'no-notice' || refusal === 'client-busy'
  return (
    <Page
      title={t(wayText.notice)}
      crumbs={[{ to: `/posts/${post.number}`, label: post.title, lang: 'zh-CN' }]}
      answer={days === null ? t(wayText.noNotice) : t(wayText.noticeLead, days)}
    >
      {received && answer === undefined && <Notice kind="done">{t(wayText.received)}</Notice>}
      {isOfPage && <Notice kind="problem">{t(wayText.objectionRefusal[refusal])}</Notice>}
      {people.length === 0 ? (
        <EmptyState>{t(wayText.noNotice)}</EmptyState>
      ) : (
        <TableFrame label={t(wayText.notice)}>
          <table className={table.table}>
            <thead>
              <tr>
                <th scope="col">{t(wayText.name)}</th>
                <th scope="col" className={table.number}>
                  {t(wayText.rank)}
                </th>
              </tr>
            </thead>
            <tbody>
              {people.map(one => (
                <tr key={one.id}>
                  <th scope="row">{one.name}</th>
                  <td className={table.number}>{one.rank ?? '—'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableFrame>
      )}
      {(isRunning || answer !== undefined) && (
        <Section title={t(objectionsText.object)}>
          <ObjectionForm entered={answer?.entered} refusal={isOfPage ? undefined : refusal} />
        </Section>
      )}
    </Page>
  )
}
