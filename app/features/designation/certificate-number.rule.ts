import type { DesignationLevel } from '#db/tables.ts'

/** What a certificate's number tells: its running count is counted within a year and level. */
export interface CertificateNumber {
  year: number
  level: DesignationLevel
  count: number
}

const prefix = '连体传'
const marks = { NATIONAL: '国', PROVINCIAL: '省', CITY: '市', COUNTY: '县' } satisfies Record<
  DesignationLevel,
  string
>
const leastDigits = 4
const mostCount = 999_999

/** The number as it is printed: 连体传市2026-0012. */
export function certificateNumber({ year, level, count }: CertificateNumber): string {
  if (!Number.isInteger(year) || year < 1000 || year > 9999) throw new RangeError(`No year: ${year}`)
  if (!Number.isInteger(count) || count < 1 || count > mostCount) throw new RangeError(`No count: ${count}`)
  return `${prefix}${marks[level]}${year}-${String(count).padStart(leastDigits, '0')}`
}

/** Reads a number back, typed in full width or with blanks too; null for whatever was never made here. */
export function parseCertificateNumber(text: string): CertificateNumber | null {
  const plain = text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[‐‑–—―−]/g, '-')
  const found = /^连体传([国省市县])([1-9]\d{3})-(\d{4,6})$/.exec(plain)
  if (found === null) return null
  const [, mark, year, count] = found
  const level = (Object.keys(marks) as DesignationLevel[]).find(one => marks[one] === mark)
  if (level === undefined || Number(count) === 0) return null
  const read = { year: Number(year), level, count: Number(count) }
  return certificateNumber(read) === plain ? read : null
}
