import { inCity } from '#app/calendar-day.ts'
import { useSay } from '#app/i18n/use-say.ts'
import { Status, type StatusKind } from '#app/ui/status.tsx'
import type { ApplicationState } from '#db/tables.ts'
import { nextWords, stateWords } from './application-states.text.ts'
import { applicationText } from './applications.text.ts'
import type { NextStep } from './next-step.rule.ts'

const kinds: Partial<Record<ApplicationState, StatusKind>> = {
  DRAFT: 'exempt',
  RETURNED: 'warn',
  RESERVE: 'short',
  DISQUALIFIED: 'missing',
  TERMINATED: 'missing',
  WITHDRAWN: 'exempt',
  ENDED: 'exempt',
  APPROVED: 'met',
  PROBATION: 'met',
  CONFIRMED: 'met',
  ENGAGED: 'met',
  EVALUATED: 'met',
  RENEWED: 'met',
}

export function ApplicationStatus({ state }: { state: ApplicationState }) {
  const t = useSay()
  return <Status kind={kinds[state] ?? 'living'} label={t(stateWords[state])} />
}

/** Nothing is set any more where the way is over. */
const over: readonly NextStep['code'][] = [
  'DRAFT_LAPSED',
  'DISQUALIFIED',
  'TERMINATED',
  'WITHDRAWN',
  'CONFIRMED',
  'ENGAGED',
  'RENEWED',
  'ENDED',
]

/** What comes next, by when and where. */
export function NextWords({ next, place }: { next: NextStep; place: string | null }) {
  const t = useSay()
  const isOver = over.includes(next.code)
  const date = next.by === null ? t(applicationText.noDate) : t(applicationText.by, { by: timeOf(next.by) })
  return (
    <>
      {t(nextWords[next.code])} {!isOver && date}{' '}
      {next.code === 'SKILL_TEST_AT' && place !== null && t(applicationText.at, { place })}
    </>
  )
}

/** A day stands as it is, an instant in the city's time. */
function timeOf(by: string): string {
  return by.length === 10 ? by : inCity(by)
}
