import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { today } from '#app/calendar-day.ts'
import { noticeText as text } from '#app/features/title-applications/notice.text.ts'
import { NoticeTable } from '#app/features/title-applications/notice-table.tsx'
import { readNotices } from '#app/features/title-applications/read-notices.server.ts'
import { useSay } from '#app/i18n/use-say.ts'
import { EmptyState, Page, Section } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

/** For everybody: the notices of titles that run, and those of the past. */
export async function loader(_: LoaderFunctionArgs) {
  return { notices: await readNotices(db, { today: today() }) }
}

export default function TitleNotices() {
  const { notices } = useLoaderData<typeof loader>()
  const t = useSay()
  const running = notices.filter(one => one.isRunning)
  const archived = notices.filter(one => !one.isRunning)
  return (
    <Page exports title={t(text.title)} answer={t(text.answer, { running: running.length })}>
      {notices.length === 0 && <EmptyState>{t(text.none)}</EmptyState>}
      {running.length > 0 && (
        <Section title={t(text.running)}>
          <NoticeTable label={t(text.running)} notices={running} />
        </Section>
      )}
      {archived.length > 0 && (
        <Section title={t(text.archived)}>
          <NoticeTable label={t(text.archived)} notices={archived} />
        </Section>
      )}
    </Page>
  )
}
