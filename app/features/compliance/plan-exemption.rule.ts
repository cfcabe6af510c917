/** What a row says of an exemption; a note left unsaid (undefined) stays as it stands. */
export interface ExemptionEntry {
  reason: string
  note?: string | undefined
}

/** An exemption of the same classes and days that waits or is approved. */
export interface StandingExemption {
  id: string
  reason: string
  note: string
  status: 'requested' | 'approved'
}

/** The exemption where it waits or is approved; what was rejected no longer stands. */
export function standingOf(
  one: Omit<StandingExemption, 'status'> & { status: 'requested' | 'approved' | 'rejected' },
): StandingExemption | undefined {
  const { id, reason, note, status } = one
  return status === 'rejected' ? undefined : { id, reason, note, status }
}

interface After {
  reason: string
  note: string
  status: 'requested' | 'approved'
}

export type ExemptionPlan =
  | { verdict: 'new'; after: After }
  | { verdict: 'changed' | 'unchanged'; standing: StandingExemption; after: After }
  /** What was approved is no longer the school's to change. */
  | { verdict: 'refused'; refusal: 'decided' }

/** What a row does: whoever decides on exemptions approves by importing, everybody else asks. */
export function planExemption(
  entry: ExemptionEntry,
  standing: StandingExemption | undefined,
  mayDecide: boolean,
): ExemptionPlan {
  const status = mayDecide || standing?.status === 'approved' ? 'approved' : 'requested'
  const after: After = { reason: entry.reason, note: entry.note ?? standing?.note ?? '', status }
  if (standing === undefined) return { verdict: 'new', after }
  const isSame =
    standing.reason === after.reason && standing.note === after.note && standing.status === status
  if (!isSame && !mayDecide && standing.status === 'approved')
    return { verdict: 'refused', refusal: 'decided' }
  return { verdict: isSame ? 'unchanged' : 'changed', standing, after }
}
