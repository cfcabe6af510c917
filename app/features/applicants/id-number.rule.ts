import { type Day, dayOf, openEnd } from '#app/calendar-day.ts'

export type IdNumberRefusal =
  /** Of the old kind, invalid since 2013. */
  'old-15' | 'not-18' | 'province' | 'no-such-day' | 'check-digit'

export type IdNumberReading =
  | { ok: true; number: string; birthDate: Day; gender: 'F' | 'M' }
  | { ok: false; refusal: IdNumberRefusal }

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checkDigits = '10X98765432'
const provinces = /^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/

/**
 * A resident ID number (GB 11643-1999; domain.md 5.3). The county part is not checked: people carry codes abolished
 * long ago. A right check digit does not make a day that never was.
 */
export function readIdNumber(text: string, today: Day): IdNumberReading {
  const number = text.normalize('NFKC').replaceAll(/[\s-]/g, '').toUpperCase()
  if (/^\d{15}$/.test(number)) return { ok: false, refusal: 'old-15' }
  if (!/^\d{17}[\dX]$/.test(number)) return { ok: false, refusal: 'not-18' }
  if (!provinces.test(number)) return { ok: false, refusal: 'province' }
  const birthDate = dayOf(+number.slice(6, 10), +number.slice(10, 12), +number.slice(12, 14))
  if (birthDate === null || birthDate > today) return { ok: false, refusal: 'no-such-day' }
  if (number[17] !== checkDigitOf(number)) return { ok: false, refusal: 'check-digit' }
  return { ok: true, number, birthDate, gender: Number(number[16]) % 2 === 1 ? 'M' : 'F' }
}

function checkDigitOf(number: string): string | undefined {
  const sum = weights.reduce((total, weight, place) => total + weight * Number(number[place]), 0)
  return checkDigits[sum % 11]
}

/**
 * Whether the number of a paper is, or holds, somebody's ID number. Papers have numbers of 15 and 18 digits of their
 * own; one that is an ID number names a province, a day and its check digit.
 */
export function holdsIdNumber(text: string): boolean {
  const plain = text.normalize('NFKC').replaceAll(/[\s-]/g, '')
  const runs = plain.match(/(?<!\d)\d{17}[\dXx](?!\d)/g) ?? []
  return runs.some(run => readIdNumber(run, openEnd).ok)
}

/** '320706********0014' */
export function maskIdNumber(number: string): string {
  return `${number.slice(0, 6)}********${number.slice(-4)}`
}
