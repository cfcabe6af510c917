import { useSay } from '#app/i18n/use-say.ts'
import { Status, type StatusKind } from '#app/ui/status.tsx'
import type { RuleAnswer, Verdict } from '../applications/eligibility.rule.ts'
import { codeWords } from '../applications/eligibility.text.ts'
import { coachingText } from '../coaching/coaching.text.ts'
import { reasonText, verdictShort } from './matching.text.ts'
import type { Reason } from './suit.rule.ts'

const kinds: Record<Verdict, StatusKind> = { eligible: 'met', unclear: 'short', 'not-eligible': 'missing' }

export function VerdictStatus({ verdict }: { verdict: Verdict }) {
  const t = useSay()
  return <Status kind={kinds[verdict]} label={t(verdictShort[verdict])} />
}

/** Why a pairing suits, and which rules stand in its way. */
export function Reasons({
  reasons,
  rules = [],
}: {
  reasons: readonly Reason[]
  rules?: readonly RuleAnswer[]
}) {
  const t = useSay()
  const missed = rules.filter(rule => rule.outcome !== 'met')
  if (reasons.length === 0 && missed.length === 0) return <>—</>
  return (
    <ul>
      {missed.map(rule => (
        <li key={rule.rule}>{t(codeWords[rule.code])}</li>
      ))}
      {reasons.map(reason => (
        <li key={reason.code}>
          <ReasonWords reason={reason} />
        </li>
      ))}
    </ul>
  )
}

function ReasonWords({ reason }: { reason: Reason }) {
  const t = useSay()
  switch (reason.code) {
    case 'grade':
      return t(coachingText.grade[reason.grade])
    case 'result':
      return t(coachingText.result[reason.result])
    case 'near':
    case 'far':
      return t(reasonText.near, reason)
    case 'preferred':
      return t(reasonText.preferred, reason)
    case 'not-preferred':
      return t(reasonText.notPreferred)
    case 'hours-fit':
      return t(reasonText.hoursFit, reason)
    case 'hours-short':
      return t(reasonText.hoursShort, reason)
    case 'experience':
      return t(reasonText.experience, reason)
  }
}
