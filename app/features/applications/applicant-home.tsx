import { Link } from '@remix-run/react'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { EmptyState, Page, Section } from '#app/ui/page.tsx'
import { ApplicationList } from './application-list.tsx'
import { NextWords } from './application-state.tsx'
import { applicationText } from './applications.text.ts'

/** What an applicant came for: where the latest application stands and what comes next. */
export function ApplicantHome({
  applications,
}: {
  applications: Parameters<typeof ApplicationList>[0]['lines']
}) {
  const t = useSay()
  const [latest] = applications
  return (
    <Page
      title={t(applicationText.home)}
      answer={
        latest === undefined ? (
          t(applicationText.mineAnswer, { count: 0 })
        ) : (
          <NextWords next={latest.next} place={latest.interviewPlace} />
        )
      }
      actions={
        <Link className={button.primary} to="/posts-for-you">
          {t(applicationText.forYou)}
        </Link>
      }
    >
      <Section title={t(applicationText.mine)}>
        {latest === undefined ? (
          <EmptyState>{t(applicationText.none)}</EmptyState>
        ) : (
          <ApplicationList lines={applications} />
        )}
      </Section>
    </Page>
  )
}
