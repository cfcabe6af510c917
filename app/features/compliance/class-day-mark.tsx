import { useSay } from '#app/i18n/use-say.ts'
import { Status, type StatusKind } from '#app/ui/status.tsx'
import type { ClassDayStatus } from './compliance.rule.ts'
import { complianceText, statusWords } from './compliance.text.ts'

const kinds: Partial<Record<ClassDayStatus, StatusKind>> = {
  exempt: 'exempt',
  missing: 'missing',
  short: 'short',
  'floor-met': 'met',
  'target-met': 'met',
}

interface ClassDayMarkProps {
  status: ClassDayStatus
  minutes: number | null
}

/** A class-day in colour, shape and word, with its minutes; missing has none, zero is 0. */
export function ClassDayMark({ status, minutes }: ClassDayMarkProps) {
  const t = useSay()
  const kind = kinds[status]
  const word = t(statusWords[status])
  const reported = minutes === null ? '' : t(complianceText.minutes, { count: minutes })
  if (kind === undefined) return <span>{reported === '' ? '·' : `${reported}（${word}）`}</span>
  const label = minutes === null && status === 'missing' ? `— ${word}` : `${word} ${reported}`.trim()
  return <Status kind={kind} label={label} />
}
