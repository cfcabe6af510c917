import { Link } from '@remix-run/react'
import { useLocale, useSay } from '#app/i18n/use-say.ts'
import table from '#app/ui/table.module.css'
import { TableFrame } from '#app/ui/table.tsx'
import type { Stage } from '#db/tables.ts'
import { stageWords } from '../posts/posts.text.ts'
import type { WhyNotLiving } from '../program/living.rule.ts'
import { whyNotLivingWords } from '../program/living.text.ts'
import { matchingText } from './matching.text.ts'
import { Reasons } from './reasons.tsx'
import type { Reason } from './suit.rule.ts'

interface Place {
  placementId: string
  schoolName: string
  sportName: string
  sportNameEn: string
  stage: Stage
  name: string
  besides: WhyNotLiving[]
}

interface Work extends Place {
  from: { kind: 'coach'; hours: number } | { kind: 'applicant'; postTitle: string; postNumber: string }
  reasons: Reason[]
}

/** Who is proposed for which placement, whence and why. */
export function ProposalTable({ works }: { works: readonly Work[] }) {
  const t = useSay()
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
                <PlaceLink place={work} />
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
                <Besides place={work} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}

/** Placements that live once somebody's entry check has a valid answer. */
export function CheckList({ checks }: { checks: readonly (Place & { check: WhyNotLiving })[] }) {
  const t = useSay()
  const locale = useLocale()
  return (
    <ul>
      {checks.map(one => (
        <li key={`${one.placementId} ${one.name}`}>
          <PlaceLink place={one} />
          {' — '}
          {t(matchingText.wouldLive, { name: one.name, why: whyNotLivingWords(locale, [one.check]) })}
          <Besides place={one} />
        </li>
      ))}
    </ul>
  )
}

function PlaceLink({ place }: { place: Place }) {
  const t = useSay()
  const isEnglish = useLocale() === 'en'
  return (
    <Link to={`/placements/${place.placementId}`}>
      {place.schoolName} · {isEnglish ? place.sportNameEn : place.sportName} · {t(stageWords[place.stage])}
    </Link>
  )
}

function Besides({ place }: { place: Place }) {
  const t = useSay()
  const locale = useLocale()
  if (place.besides.length === 0) return null
  return <p>{t(matchingText.besides, { why: whyNotLivingWords(locale, place.besides) })}</p>
}
