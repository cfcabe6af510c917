import type { Role } from '#db/tables.ts'

export interface SessionLimits {
  idleMinutes: number
  /** For administrators and auditors, whose absence costs most. */
  adminIdleMinutes: number
  /** From sign-in, however busy. */
  hours: number
}

/** Whether a session has ended by idleness or by age (GB/T 22239 login control); all times in ms since 1970. */
export function isOver(
  session: { createdAt: number; lastSeenAt: number; role: Role },
  limits: SessionLimits,
  now: number,
): boolean {
  const privileged = session.role === 'admin' || session.role === 'auditor'
  const idle = privileged ? limits.adminIdleMinutes : limits.idleMinutes
  return now - session.lastSeenAt >= idle * 60_000 || now - session.createdAt >= limits.hours * 3_600_000
}
