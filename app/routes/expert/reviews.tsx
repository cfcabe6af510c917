import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { can } from '#app/auth/permissions.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { today } from '#app/calendar-day.ts'
import { readReviews } from '#app/features/title-applications/read-reviews.server.ts'
import { reviewText as text } from '#app/features/title-applications/review.text.ts'
import { ReviewList } from '#app/features/title-applications/review-list.tsx'
import { forbidden } from '#app/http/responses.ts'
import { useSay } from '#app/i18n/use-say.ts'
import { EmptyState, Page, Section } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

/** What an expert is to score, by batch, and the schools that they are to visit. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.scoreTitles(actor)) throw forbidden()
  return readReviews(db, actor, today())
}

export default function Reviews() {
  const { batches, visits } = useLoaderData<typeof loader>()
  const t = useSay()
  const left = batches.reduce((sum, batch) => sum + batch.left, 0)
  return (
    <Page exports title={t(text.title)} answer={t(text.answer, { left })}>
      {batches.length === 0 && <EmptyState>{t(text.none)}</EmptyState>}
      {visits.length > 0 && (
        <Section title={t(text.visits)}>
          <ul>
            {visits.map(one => (
              <li key={one.id}>
                <span lang="zh-CN">{one.schoolName}</span>{' '}
                <Link
                  to={`/titles/applications/${one.applicationId}/visit`}
                  aria-label={`${t(text.visit)} ${one.schoolName}`}
                >
                  {t(text.visit)}
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {batches.map(({ id, name, left, validFrom, lines }) => (
        <section key={id}>
          <h2 lang="zh-CN">{name}</h2>
          <p>{t(text.batchAnswer, { left, count: lines.length, validFrom })}</p>
          <ReviewList label={name} lines={lines} />
        </section>
      ))}
    </Page>
  )
}
