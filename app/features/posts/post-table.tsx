import { Link } from '@remix-run/react'
import { inCity } from '#app/calendar-day.ts'
import { useLocale, useSay } from '#app/i18n/use-say.ts'
import { EmptyState } from '#app/ui/page.tsx'
import { Status, type StatusKind } from '#app/ui/status.tsx'
import table from '#app/ui/table.module.css'
import { TableFrame } from '#app/ui/table.tsx'
import type { Engagement } from '#db/tables.ts'
import { coachingText } from '../coaching/coaching.text.ts'
import type { PostStatus } from './post-state.rule.ts'
import { postStatusWords, postText, recruitmentText } from './posts.text.ts'

export interface PostLine {
  id: string
  number: string
  title: string
  sportName: string
  sportNameEn: string
  engagement: Engagement
  quota: number
  schools: readonly { name: string }[]
  round: { name: string; closesAt: string }
  status: PostStatus
}

export const postLooks: Record<PostStatus, StatusKind> = {
  draft: 'exempt',
  submitted: 'warn',
  returned: 'short',
  published: 'met',
  cancelled: 'missing',
  completed: 'exempt',
}

/** Posts of the reader's scope, each leading to where it is handled. */
export function PostTable({ posts }: { posts: readonly PostLine[] }) {
  const t = useSay()
  if (posts.length === 0) return <EmptyState>{t(recruitmentText.noPosts)}</EmptyState>
  const heads = [
    postText.title,
    postText.number,
    postText.school,
    postText.sport,
    postText.engagement,
    postText.quota,
    postText.round,
    recruitmentText.status,
  ]
  return (
    <TableFrame label={t(recruitmentText.posts)}>
      <table className={`${table.table} ${table.sticky}`}>
        <thead>
          <tr>
            {heads.map(head => (
              <th key={head['zh-CN']} scope="col">
                {t(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {posts.map(post => (
            <Line key={post.id} post={post} />
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}

function Line({ post }: { post: PostLine }) {
  const t = useSay()
  const isEnglish = useLocale() === 'en'
  const names = post.schools.slice(0, 2).map(school => school.name)
  return (
    <tr>
      <th scope="row" lang="zh-CN">
        <Link to={`/recruitment/posts/${post.id}`}>{post.title}</Link>
      </th>
      <td className={table.nowrap}>{post.number}</td>
      <td>{[...names, ...(post.schools.length > 2 ? ['…'] : [])].join('、')}</td>
      <td>{isEnglish ? post.sportNameEn : post.sportName}</td>
      <td>{t(coachingText.engagement[post.engagement])}</td>
      <td className={table.number}>{post.quota}</td>
      <td>
        {post.round.name}
        <div>{t(postText.closesAt, { at: inCity(post.round.closesAt) })}</div>
      </td>
      <td>
        <Status kind={postLooks[post.status]} label={t(postStatusWords[post.status])} />
      </td>
    </tr>
  )
}
