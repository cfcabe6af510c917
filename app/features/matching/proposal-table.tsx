import { Link } from '@remix-run/react'
import { useLocale, useSay } from '#app/i18n/use-say.ts'
import table from '#app/ui/table.module.css'
import { TableFrame } from '#app/ui/table.tsx'
import type { Stage } from '#db/tables.ts'
import { stageWords } from '../posts/posts.text.ts'
import { matchingText } from './matching.text.ts'
import { Reasons } from './reasons.tsx'
import type { Reason } from './suit.rule.ts'

interface Work {
  placementId: string
  schoolName: string
  sportName: string
  sportNameEn: string
  stage: Stage
  name: string
  from: { kind: 'coach'; hours: number } | { kind: 'applicant'; postTitle: string; postNumber: string }
  reasons: Reason[]
}

/** Who is proposed for which placement, whence and why. */
export function ProposalTable({ works }: { works: readonly Work[] }) {
  const t = useSay()
  const isEnglish = useLocale() === 'en'
  return (
    <TableFrame label={t(matchingText.proposal)}>
      <table className={`${table.table} ${table.sticky}`}>
        <thead>
          <tr>
            <th scope="col">{t(matchingText.placement)}</th>
            <th scope="col">{t(matchingText.person)}</th>
            <th scope="col">{t(matchingText.whence)}</th>
            <th scope="col">{t(matchingText.why)}</th>
          </tr>
        </thead>
        <tbody>
          {works.map(work => (
            <tr key={work.placementId}>
              <th scope="row">
                <Link to={`/placements/${work.placementId}`}>
                  {work.schoolName} · {isEnglish ? work.sportNameEn : work.sportName} ·{' '}
                  {t(stageWords[work.stage])}
                </Link>
              </th>
              <td>{work.name}</td>
              <td>
                {work.from.kind === 'coach' ? (
                  t(matchingText.coachWith, { hours: work.from.hours })
                ) : (
                  <Link to={`/matching/posts/${work.from.postNumber}`}>
                    {t(matchingText.applicantTo, { post: work.from.postTitle })}
                  </Link>
                )}
              </td>
              <td>
                <Reasons reasons={work.reasons} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}
