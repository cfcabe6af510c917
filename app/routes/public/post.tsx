import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { inCity, now } from '#app/calendar-day.ts'
import { config } from '#app/config.server.ts'
import { jobPostingOf } from '#app/features/posts/job-posting.server.ts'
import { PostFacts } from '#app/features/posts/post-facts.tsx'
import { findPublishedPost } from '#app/features/posts/posts.queries.server.ts'
import { postText } from '#app/features/posts/posts.text.ts'
import { minuteOf, timeLeft, windowState } from '#app/features/posts/round.rule.ts'
import { parseParams } from '#app/http/params.ts'
import { notFound } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Notice, Page } from '#app/ui/page.tsx'
import { StructuredData } from '#app/ui/structured-data.tsx'
import { db } from '#db/index.server.ts'

const Params = z.object({ number: z.string().regex(/^\d{4}-\d{1,7}$/) })

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { number } = parseParams(params, Params)
  const post = await findPublishedPost(db, number)
  if (post === undefined) throw notFound()
  const url = `${config.ORIGIN ?? new URL(request.url).origin}/posts/${number}`
  const locale = await localeOf(request)
  const minute = minuteOf(now())
  const { createdBy: _author, ...shown } = post
  return {
    post: shown,
    state: windowState(post.round, minute),
    left: timeLeft(minute, post.round.closesAt),
    url,
    jobPosting: jobPostingOf(post, { url, locale }),
    summary: [post.unitName, ...post.schools.slice(0, 2).map(school => school.name), post.sportName].join(
      ' · ',
    ),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (data === undefined) return []
  const { post, url, summary } = data
  return [
    { title: `${post.title} – ${post.unitName}` },
    { name: 'description', content: summary },
    { property: 'og:type', content: 'website' },
    { property: 'og:title', content: `${post.title} – ${post.unitName}` },
    { property: 'og:description', content: summary },
    { property: 'og:url', content: url },
    { tagName: 'link', rel: 'canonical', href: url },
  ]
}

export default function PostPage() {
  const { post, state, jobPosting } = useLoaderData<typeof loader>()
  const t = useSay()
  const isOpen = state === 'open' && post.status === 'published'
  const apply = isOpen && (
    <Link className={button.primary} to={`/posts/${post.number}/apply`}>
      {t(postText.apply)}
    </Link>
  )
  return (
    <Page
      title={post.title}
      titleLang="zh-CN"
      crumbs={[{ to: '/posts', label: t(postText.backToBoard) }]}
      actions={apply}
      answer={post.status === 'published' ? <Answer /> : undefined}
    >
      {post.status === 'cancelled' && (
        <Notice kind="problem">{t(postText.cancelledAnswer, { reason: post.statusReason })}</Notice>
      )}
      {post.status === 'completed' && <Notice kind="done">{t(postText.completedAnswer)}</Notice>}
      <PostFacts post={post} />
      {apply && <p>{apply}</p>}
      {jobPosting !== null && <StructuredData data={jobPosting} />}
    </Page>
  )
}

/** The sentence that an athlete came for: until when one may apply, and how long that is. */
function Answer() {
  const { post, state, left } = useLoaderData<typeof loader>()
  const t = useSay()
  const at = inCity(post.round.closesAt)
  if (state === 'open') return t(postText.openAnswer, { at, left: t(postText.left, left) })
  if (state === 'soon') return t(postText.soonAnswer, { at: inCity(post.round.opensAt), until: at })
  return t(postText.closedAnswer, { at })
}
