import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { now, today } from '#app/calendar-day.ts'
import { importsText } from '#app/features/imports/imports.text.ts'
import type { WorkProgress } from '#app/features/imports/work-progress.rule.ts'
import { WorkInProgress } from '#app/features/imports/work-progress.tsx'
import { ClosedLinkPage, closedStatus } from '#app/features/upload-links/closed-link.tsx'
import { handIn } from '#app/features/upload-links/hand-in.server.ts'
import { openLink } from '#app/features/upload-links/open-link.server.ts'
import { ReadRows } from '#app/features/upload-links/read-rows.tsx'
import { rowsShown, showUpload } from '#app/features/upload-links/show-upload.server.ts'
import { UploadActions } from '#app/features/upload-links/upload-actions.tsx'
import { type ClosedLink, uploadLinksText } from '#app/features/upload-links/upload-links.text.ts'
import { UploadProblems } from '#app/features/upload-links/upload-problems.tsx'
import { parseSearch } from '#app/http/params.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Notice, Page } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Search = z.object({ page: z.coerce.number().int().min(1).max(10_000).default(1) })

export const headers = () => ({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' })

/** What was read of a file that came through a link, to be handed in; afterwards what became of it. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { page } = parseSearch(request, Search)
  const { token = '', upload = '' } = params
  const asked = { today: today(), now: now(), client: context.client ?? '' }
  const answer = await openLink(db, token, asked)
  if (!answer.ok) return isClosed(answer.refusal)
  const { link, state, school } = answer.opened
  if (state === 'revoked') return isClosed(state)
  const locale = await localeOf(request)
  const shown = await showUpload(db, answer.opened, upload, {
    today: asked.today,
    now: asked.now,
    page,
    locale,
  })
  if (shown === undefined) return isClosed('unknown')
  if (shown.handedInAt === null && state !== 'open') return isClosed(state)
  const { firstDay, lastDay, confirms } = link
  const terms = { firstDay, lastDay, confirms, isLastUse: link.usesAllowed - link.uses === 1 }
  return data({
    closed: null,
    ...shown,
    ...terms,
    school: school.name,
    token,
    upload,
    page,
    pageSize: rowsShown,
  })
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { token = '', upload = '' } = params
  const asked = { today: today(), now: now(), client: context.client ?? '' }
  const form = await request.formData()
  const answer = await openLink(db, token, asked)
  if (!answer.ok) return isClosed(answer.refusal)
  if (answer.opened.state === 'revoked') return isClosed('revoked')
  const skipBadRows = form.get('skipBadRows') === 'yes'
  const { today: day, now: at } = asked
  const result = await handIn(db, answer.opened, { importId: upload, skipBadRows, today: day, now: at })
  if (result.ok) throw redirect(`/u/${token}/${upload}`)
  const { refusal } = result
  if (refusal === 'not-found') return isClosed('unknown')
  if (refusal === 'used' || refusal === 'expired' || refusal === 'revoked') return isClosed(refusal)
  return data({ closed: null, refusal }, { status: 422 })
}

function isClosed(why: ClosedLink) {
  return data({ closed: why }, { status: closedStatus[why] })
}

export default function CheckUpload() {
  const shown = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  const closed = shown.closed ?? answer?.closed ?? null
  if (closed !== null || shown.closed !== null) return <ClosedLinkPage why={closed ?? 'unknown'} />
  const { school, firstDay: from, lastDay: to, status } = shown
  // The school may have committed it by itself before it was handed in.
  const isThere = shown.handedInAt !== null || status === 'committed'
  // What the school does with what it was handed is its own.
  const work = isThere && shown.confirms === 'school' ? null : shown.work
  const isToCheck = !isThere && status === 'preview' && work === null
  const isRefused = !isThere && status === 'refused' && shown.problems.length > 0
  return (
    <Page
      title={t(isToCheck ? uploadLinksText.checkTitle : uploadLinksText.doneTitle)}
      answer={status === 'reading' || isRefused ? undefined : t(importsText.counts, shown.counts)}
      asOf={`${t(uploadLinksText.forWhom, { school, from, to })} · ${shown.fileName}`}
    >
      {answer !== undefined && answer.closed === null && (
        <Notice kind="problem">{t(uploadLinksText.handInRefusals[answer.refusal])}</Notice>
      )}
      {work !== null && <Working {...shown} work={work} isHandedIn={isThere} />}
      {isThere && work === null && (
        <Notice kind={['reading', 'preview', 'committed'].includes(status) ? 'done' : 'problem'}>
          {t(uploadLinksText.outcome[status === 'reading' ? 'preview' : status])}
        </Notice>
      )}
      {!isThere && !isToCheck && work === null && (
        <Notice kind="problem">
          {t(isRefused ? importsText.notRead : uploadLinksText.givenUp)}{' '}
          <Link className={button.quiet} to={`/u/${shown.token}`}>
            {t(importsText.uploadAgain)}
          </Link>
        </Notice>
      )}
      {isToCheck && <UploadActions {...shown} />}
      {shown.problems.length > 0 && <UploadProblems problems={shown.problems} count={shown.problemCount} />}
      {shown.rows.length > 0 && <ReadRows {...shown} />}
    </Page>
  )
}

interface WorkingProps {
  token: string
  upload: string
  work: WorkProgress
  isReadAgain: boolean
  isHandedIn: boolean
}

/** How far the work on a long file is; once it has failed, what can be done. */
function Working({ token, upload, work, isReadAgain, isHandedIn }: WorkingProps) {
  const t = useSay()
  return (
    <WorkInProgress work={work} isReadAgain={isReadAgain} mayLeave={t(uploadLinksText.mayLeave)}>
      {work.state === 'failed' && isHandedIn && (
        <Form method="post" action={`/u/${token}/${upload}`}>
          <button className={button.primary}>{t(uploadLinksText.tryAgain)}</button>
        </Form>
      )}
      {work.state === 'failed' && !isHandedIn && (
        <Link className={button.primary} to={`/u/${token}?replaces=${upload}`}>
          {t(importsText.uploadAgain)}
        </Link>
      )}
    </WorkInProgress>
  )
}
