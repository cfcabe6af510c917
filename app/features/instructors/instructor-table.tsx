import { Link } from '@remix-run/react'
import { coachingText } from '#app/features/coaching/coaching.text.ts'
import { useSay } from '#app/i18n/use-say.ts'
import { EmptyState } from '#app/ui/page.tsx'
import { Status, type StatusKind } from '#app/ui/status.tsx'
import table from '#app/ui/table.module.css'
import { TableFrame } from '#app/ui/table.tsx'
import type { Engagement, InstructorKind } from '#db/tables.ts'
import { useLastDay, useList, useTitle } from './instructor-words.ts'
import { kindWords, instructorsText as text } from './instructors.text.ts'

type State = 'working' | 'suspended' | 'ended' | 'later'

interface InstructorLine {
  id: string
  name: string
  namesake: number
  kind: InstructorKind
  schoolName: string | null
  unitCode: string
  sports: { sport: string }[]
  title: string
  titleLiteral: string
  engagement: Engagement | ''
  hoursWeek: number | null
  hoursPlaced: number
  validFrom: string
  validTo: string
  state: State
}

interface InstructorTableProps {
  lines: readonly InstructorLine[]
  unitName: (code: string) => string
  sportName: (code: string) => string
}

/** The register, a contract a row. */
export function InstructorTable({ lines, unitName, sportName }: InstructorTableProps) {
  const t = useSay()
  const title = useTitle()
  const list = useList()
  const lastDay = useLastDay()
  if (lines.length === 0) return <EmptyState>{t(text.none)}</EmptyState>
  return (
    <TableFrame label={t(text.title)}>
      <table className={`${table.table} ${table.sticky}`}>
        <thead>
          <tr>
            {(['name', 'kind', 'place', 'sport', 'titleLiteral', 'engagement'] as const).map(head => (
              <th key={head} scope="col">
                {t(text[head])}
              </th>
            ))}
            <th scope="col" className={table.number}>
              {t(text.hoursPlaced)} / {t(text.hoursWeek)}
            </th>
            <th scope="col">{t(text.days)}</th>
            <th scope="col">{t(text.state)}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(line => (
            <tr key={line.id}>
              <th scope="row">
                <Link to={`/coaches/${line.id}`}>{nameOf(line)}</Link>
              </th>
              <td className={table.nowrap}>{t(kindWords[line.kind])}</td>
              <td>{line.schoolName ?? t(text.pooled, { unit: unitName(line.unitCode) })}</td>
              <td>{list(line.sports.map(one => sportName(one.sport)))}</td>
              <td>{title(line)}</td>
              <td>{line.engagement === '' ? '—' : t(coachingText.engagement[line.engagement])}</td>
              <td className={table.number}>
                {line.hoursPlaced} / {line.hoursWeek ?? '—'}
              </td>
              <td className={table.nowrap}>
                {line.validFrom} – {lastDay(line.validTo)}
              </td>
              <td className={table.nowrap}>
                <InstructorStatus state={line.state} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}

/** A name with its number where somebody else bears it too. */
export function nameOf({ name, namesake }: { name: string; namesake: number }): string {
  return namesake === 1 ? name : `${name}（${namesake}）`
}

const looks: Record<State, StatusKind> = {
  working: 'met',
  suspended: 'missing',
  ended: 'exempt',
  later: 'short',
}

export function InstructorStatus({ state }: { state: State }) {
  const t = useSay()
  return <Status kind={looks[state]} label={t(text.states[state])} />
}
