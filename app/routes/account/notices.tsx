import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { requireActor } from '#app/auth/session.server.ts'
import { inCity, now } from '#app/calendar-day.ts'
import { countUnread, markRead, noticesOf } from '#app/features/notices/notices.queries.server.ts'
import { noticesText } from '#app/features/notices/notices.text.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { badRequest } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { EmptyState, Page, Section } from '#app/ui/page.tsx'
import { Status } from '#app/ui/status.tsx'
import { db } from '#db/index.server.ts'

/** Until which notice the reader has seen them: what comes in meanwhile stays unread. */
const Read = z.object({ until: z.string().regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}\.\d{3}$/) })

/** What was told to whoever is signed in, the latest first. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const isEnglish = (await localeOf(request)) === 'en'
  const notices = await noticesOf(db, actor.id)
  return {
    unread: await countUnread(db, actor.id),
    until: notices[0]?.createdAt ?? null,
    notices: notices.map(({ id, link, createdAt, readAt, ...words }) => ({
      id,
      link,
      at: inCity(createdAt),
      isUnread: readAt === null,
      title: isEnglish ? words.titleEn : words.titleZh,
      text: isEnglish ? words.textEn : words.textZh,
    })),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const form = await parseForm(request, Read)
  if (!form.ok) throw badRequest()
  await markRead(db, actor.id, form.value.until, now())
  return redirect('/notices')
}

export default function Notices() {
  const { unread, until, notices } = useLoaderData<typeof loader>()
  const t = useSay()
  return (
    <Page exports title={t(noticesText.title)} answer={t(noticesText.answer, { unread })}>
      {unread > 0 && until !== null && (
        <Form method="post">
          <input type="hidden" name="until" value={until} />
          <button className={button.primary}>{t(noticesText.readAll)}</button>
        </Form>
      )}
      {notices.length === 0 && <EmptyState>{t(noticesText.none)}</EmptyState>}
      {notices.map(one => (
        <Section title={one.title} key={one.id}>
          <p>
            {one.isUnread && <Status kind="warn" label={t(noticesText.unread)} />} <time>{one.at}</time>
          </p>
          <p>{one.text}</p>
          <p>
            <Link to={one.link} aria-label={`${t(noticesText.open)} ${one.title}`}>
              {t(noticesText.open)}
            </Link>
          </p>
        </Section>
      ))}
    </Page>
  )
}
