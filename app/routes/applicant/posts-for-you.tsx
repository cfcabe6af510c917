import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { can } from '#app/auth/permissions.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { inCity, now } from '#app/calendar-day.ts'
import styles from '#app/features/applications/applications.module.css'
import { applicationText } from '#app/features/applications/applications.text.ts'
import { matchingText } from '#app/features/matching/matching.text.ts'
import { readPostsForYou } from '#app/features/matching/read-posts-for-you.server.ts'
import { Reasons, VerdictStatus } from '#app/features/matching/reasons.tsx'
import { forbidden } from '#app/http/responses.ts'
import { useLocale, useSay } from '#app/i18n/use-say.ts'
import { EmptyState, Page } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.applyToPosts(actor)) throw forbidden()
  return { posts: await readPostsForYou(db, actor.id, now()) }
}

export default function PostsForYou() {
  const { posts } = useLoaderData<typeof loader>()
  const t = useSay()
  const isEnglish = useLocale() === 'en'
  if (posts === null)
    return (
      <Page title={t(matchingText.forYou)}>
        <EmptyState>
          {t(matchingText.noProfile)} <Link to="/profile">{t(matchingText.fillProfile)}</Link>
        </EmptyState>
      </Page>
    )
  const eligible = posts.filter(post => post.verdict === 'eligible').length
  return (
    <Page
      title={t(matchingText.forYou)}
      answer={t(matchingText.forYouAnswer, { count: posts.length, eligible })}
      asOf={t(matchingText.forYouMeans)}
      exports
    >
      {posts.length === 0 && <EmptyState>{t(matchingText.noneOpen)}</EmptyState>}
      <ul className={styles.cards}>
        {posts.map(post => (
          <li key={post.id} className={styles.card}>
            <div className={styles.ruleHead}>
              <Link to={`/posts/${post.number}`}>
                <strong>{post.title}</strong>
              </Link>
              <VerdictStatus verdict={post.verdict} />
            </div>
            <p className={styles.meta}>
              {isEnglish ? post.unitNameEn : post.unitName} ·{' '}
              {t(applicationText.closes, { at: inCity(post.closesAt) })}
            </p>
            <Reasons reasons={post.reasons} rules={post.rules} />
          </li>
        ))}
      </ul>
    </Page>
  )
}
