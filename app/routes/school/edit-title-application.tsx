import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { type Actor, scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { inCity, now, today } from '#app/calendar-day.ts'
import { listSports } from '#app/features/sports/sports.queries.server.ts'
import { moveTitleApplication } from '#app/features/title-applications/move-title-application.server.ts'
import { readTitleApplication } from '#app/features/title-applications/read-title-application.server.ts'
import { refreshFigures } from '#app/features/title-applications/refresh-figures.server.ts'
import { saveTitleDraft } from '#app/features/title-applications/save-title-draft.server.ts'
import {
  saveRefusalWords,
  titleApplicationText as text,
  titleMoveRefusalWords,
} from '#app/features/title-applications/title-applications.text.ts'
import { TitleDraftFields } from '#app/features/title-applications/title-draft-fields.tsx'
import {
  draftOfForm,
  formOfDraft,
  TitleDraftForm,
} from '#app/features/title-applications/title-draft-form.ts'
import { enteredIn, parseForm } from '#app/http/forms.server.ts'
import { parseParams, parseSearch } from '#app/http/params.ts'
import { badRequest, forbidden, notFound } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Notice, Page } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string().length(26) })
const Search = z.object({ done: z.literal('1').optional() })

/** The school writes its application; nothing but what nobody could mean keeps it from being saved. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.applyForTitles(actor)) throw forbidden()
  const { id } = parseParams(params, Params)
  const read = await readOwn(request, actor, id)
  const { application, lines, isInTime, isWritable } = read
  const isEnglish = (await localeOf(request)) === 'en'
  const draft = { statement: application.statement, sports: application.sports, scores: lines }
  return {
    // What was written stays on the page when it was handed in meanwhile, as in another tab.
    ...{ application, lines, isWritable, isInTime: isInTime && isWritable },
    entered: formOfDraft(draft, lines),
    sports: (await listSports(db)).map(({ code, name, nameEn }) => ({
      code,
      name: isEnglish ? nameEn : name,
    })),
    done: parseSearch(request, Search).done === '1',
  }
}

/** After a refusal too: whoever is refused has to see how it stands now. */
export function shouldRevalidate(): boolean {
  return true
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.applyForTitles(actor)) throw forbidden()
  const { id } = parseParams(params, Params)
  const { lines } = await readOwn(request, actor, id)
  const posted = await request.formData()
  const form = await parseForm(posted, TitleDraftForm)
  if (!form.ok) throw badRequest()
  const { intent, seenAt } = form.value
  const { draft, unread } = draftOfForm(form.value, enteredIn(posted), lines)
  const again = { entered: enteredIn(posted), seenAt, problems: unread, moved: null, saved: null }
  if (unread.length > 0) return data(again, { status: 422 })
  const given = { id, today: today(), now: now() }
  const saved = await saveTitleDraft(db, scopeOf(actor), actor, { ...given, draft, seenAt })
  if (!saved.ok && saved.refusal === 'not-found') throw notFound()
  if (!saved.ok && saved.refusal === 'problems')
    return data({ ...again, problems: saved.problems }, { status: 422 })
  if (!saved.ok) return data({ ...again, saved: saved.refusal }, { status: 422 })
  if (intent === 'figures') await refreshFigures(db, scopeOf(actor), actor, given)
  if (intent !== 'submit') return redirect(`/titles/applications/${id}/edit?done=1`)
  const moved = await moveTitleApplication(db, scopeOf(actor), actor, {
    ...{ ...given, action: 'submit', reason: '', mendUntil: null, movedAt: null, recommendation: {} },
    seenAt: saved.updatedAt,
  })
  if (moved.ok) return redirect(`/titles/applications/${id}?done=1`)
  const problems = moved.refusal === 'incomplete' ? moved.problems : []
  const kept = { ...again, seenAt: saved.updatedAt }
  return data({ ...kept, problems, moved: moved.refusal }, { status: 422 })
}

async function readOwn(request: Request, actor: Actor, id: string) {
  const asked = { id, today: today(), now: now(), locale: await localeOf(request) }
  const read = await readTitleApplication(db, scopeOf(actor), asked)
  if (read === null) throw notFound()
  return read
}

export default function EditTitleApplication() {
  const { application, lines, entered, sports, isInTime, isWritable, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  const here = `/titles/applications/${application.id}`
  const until = application.mendUntil ?? application.closesAt
  const saved = answer?.saved ?? (isWritable ? null : 'not-writable')
  return (
    <Page
      title={t(text.edit)}
      crumbs={[
        { to: '/titles/applications', label: t(text.title) },
        { to: here, label: application.batchName, lang: 'zh-CN' },
      ]}
      answer={isInTime || !isWritable ? t(text.until, { at: inCity(until) }) : t(text.late)}
    >
      {done && answer === undefined && <Notice kind="done">{t(text.saved)}</Notice>}
      {saved !== null && <Notice kind="problem">{t(saveRefusalWords[saved])}</Notice>}
      {answer?.moved && <Notice kind="problem">{t(titleMoveRefusalWords[answer.moved])}</Notice>}
      {answer !== undefined && answer.saved === null && answer.moved === null && (
        <Notice kind="problem">{t(text.notSaved)}</Notice>
      )}
      <Form method="post">
        <input
          type="hidden"
          name="seenAt"
          value={
            answer?.saved === 'changed-meanwhile'
              ? application.updatedAt
              : (answer?.seenAt ?? application.updatedAt)
          }
        />
        <TitleDraftFields
          lines={lines}
          sports={sports}
          mostSports={application.mostSports}
          entered={answer?.entered ?? entered}
          problems={answer?.problems ?? []}
        />
        <p>{t(text.refreshHint)}</p>
        <p className={button.row}>
          {isWritable && (
            <>
              <button className={button.primary} name="intent" value="save">
                {t(text.save)}
              </button>
              <button className={button.button} name="intent" value="figures">
                {t(text.refresh)}
              </button>
            </>
          )}
          {isInTime && (
            <button className={button.button} name="intent" value="submit">
              {t(text.saveAndSubmit)}
            </button>
          )}
          <Link className={button.button} to={`${here}/files`}>
            {t(text.attachments)}
          </Link>
        </p>
      </Form>
    </Page>
  )
}
