import { Link } from '@remix-run/react'
import { coachingText } from '#app/features/coaching/coaching.text.ts'
import { useSay } from '#app/i18n/use-say.ts'
import table from '#app/ui/table.module.css'
import { TableFrame } from '#app/ui/table.tsx'
import type { AthleteGrade, Engagement, InstructorKind, Stage } from '#db/tables.ts'
import { useLastDay, useList, useStages, useTitle } from './instructor-words.ts'
import { instructorsText as text } from './instructors.text.ts'

interface ContractLine {
  id: string
  kind: InstructorKind
  sports: { sport: string; grade: AthleteGrade }[]
  stages: Stage[]
  title: string
  titleLiteral: string
  isRetiredAthlete: boolean
  engagement: Engagement | ''
  hoursWeek: number | null
  validFrom: string
  validTo: string
  endReason: string
}

interface InstructorFactsProps {
  contracts: readonly ContractLine[]
  current: string
  sportName: (code: string) => string
}

/** Every contract of a person, the earliest first. */
export function InstructorFacts({ contracts, current, sportName }: InstructorFactsProps) {
  const t = useSay()
  const title = useTitle()
  const list = useList()
  const stages = useStages()
  const lastDay = useLastDay()
  const withGrade = ({ sport, grade }: ContractLine['sports'][number]) =>
    grade === '' ? sportName(sport) : `${sportName(sport)}（${t(coachingText.grade[grade])}）`
  return (
    <TableFrame label={t(text.contracts)}>
      <table className={table.table}>
        <thead>
          <tr>
            {(['from', 'until', 'sport', 'stages', 'titleLiteral', 'retired', 'engagement'] as const).map(
              head => (
                <th key={head} scope="col">
                  {t(text[head])}
                </th>
              ),
            )}
            <th scope="col" className={table.number}>
              {t(text.hoursWeek)}
            </th>
          </tr>
        </thead>
        <tbody>
          {contracts.map(one => (
            <tr key={one.id} aria-current={one.id === current || undefined}>
              <th scope="row" className={table.nowrap}>
                <Link to={`/coaches/${one.id}`}>{one.validFrom}</Link>
              </th>
              <td>
                {lastDay(one.validTo)}
                {one.endReason !== '' && <div>{one.endReason}</div>}
              </td>
              <td>{list(one.sports.map(withGrade))}</td>
              <td>{stages(one.stages)}</td>
              <td>{title(one)}</td>
              <td>{one.isRetiredAthlete ? '✓' : '—'}</td>
              <td>{one.engagement === '' ? '—' : t(coachingText.engagement[one.engagement])}</td>
              <td className={table.number}>{one.hoursWeek ?? '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}
