import { instantOf } from '#app/calendar-day.ts'

/** How a verification code may be asked for and tried. */
export const codeLimits = {
  digits: 6,
  minutes: 10,
  /** Tries before a code is dead. */
  attempts: 5,
  /** Seconds before the same address may be sent another one. */
  pauseSeconds: 60,
  /** Codes a day, for one address. */
  aDay: 8,
  /** Codes an hour that one network address asks for; a whole college may sit behind one. */
  aClientAnHour: 60,
}

/** A code that was sent to an address. */
export interface SentCode {
  createdAt: string
  expiresAt: string
  attempts: number
  usedAt: string | null
}

/** Why the address gets no code now; null when it does. `earlier` are the codes of the last day. */
export function whyNoCode(earlier: readonly SentCode[], now: Date): 'too-soon' | 'too-many' | null {
  const since = instantOf(new Date(now.getTime() - codeLimits.pauseSeconds * 1000))
  if (earlier.some(code => code.createdAt > since)) return 'too-soon'
  return earlier.length >= codeLimits.aDay ? 'too-many' : null
}

/** Whether a network address may ask for another one, after so many within the hour: every message costs money. */
export function isClientBusy(withinTheHour: number): boolean {
  return withinTheHour >= codeLimits.aClientAnHour
}

/** Whether a code can still be tried: neither used, nor too old, nor guessed at too often. */
export function isAlive(code: SentCode, now: string): boolean {
  return code.usedAt === null && now < code.expiresAt && code.attempts < codeLimits.attempts
}
