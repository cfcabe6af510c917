import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useSay } from '#app/i18n/use-say.ts'
import { Notice } from '#app/ui/page.tsx'
import type { ApplicationState } from '#db/tables.ts'
import type { WindowState } from '../posts/round.rule.ts'
import { spoken } from './application-number.rule.ts'
import { applicationText, refusalWords } from './applications.text.ts'
import { profilePath } from './mend-path.ts'

interface Standing {
  id: string
  number: string
  state: ApplicationState
  postTitle: string
}

interface ApplyNoticeProps {
  page: {
    post: { status: string }
    window: WindowState
    profile: object | null
    own: Standing | null
    other: Standing | null
    returnedBecause: string
  }
  /** The page already says why a form was refused. */
  isAnswered: boolean
}

/** What stands in the way of applying, or stands already, with the way on. */
export function ApplyNotice({ page, isAnswered }: ApplyNoticeProps) {
  const t = useSay()
  const { profile, own, other, returnedBecause: reason } = page
  if (profile === null)
    return (
      <Problem says={t(refusalWords['no-profile'])}>
        <Link to={profilePath}>{t(applicationText.fillProfile)}</Link>
      </Problem>
    )
  if (own?.state === 'RETURNED') return <Problem says={t(applicationText.returnedBecause, { reason })} />
  if (own !== null && own.state !== 'DRAFT')
    return (
      <Notice kind="done">
        {t(applicationText.applied, { number: spoken(own.number) })}{' '}
        <Link to={`/applications/${own.id}`}>{t(applicationText.seeApplication)}</Link>
      </Notice>
    )
  if (other !== null)
    return (
      <Problem says={t(refusalWords['another-post'])}>
        <Link to={`/applications/${other.id}`}>{`${other.postTitle} ${spoken(other.number)}`}</Link>
      </Problem>
    )
  const refusal = refusalOf(page)
  return refusal === null || isAnswered ? null : <Problem says={t(refusalWords[refusal])} />
}

function refusalOf({ post, window }: ApplyNoticeProps['page']) {
  if (post.status !== 'published') return 'cancelled'
  if (window === 'open') return null
  return window === 'soon' ? 'not-open-yet' : 'closed'
}

function Problem({ says, children }: { says: string; children?: ReactNode }) {
  return (
    <Notice kind="problem">
      {says} {children}
    </Notice>
  )
}
