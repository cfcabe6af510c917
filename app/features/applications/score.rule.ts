/** A score × 100; null is absent (缺考), which is not nought. */
export type Score = number | null

export type ScoreReading =
  | { ok: true; score: Score }
  | { ok: false; refusal: 'no-score' | 'above-100' | 'too-fine' }

const absentWords = ['缺考', '缺席', '弃考', 'absent']

/** Signs of full width made half width; others that look like digits, as in 9¹ or ⑨, stay what they are. */
export function halfWidth(text: string): string {
  return text
    .replaceAll('\u3000', ' ')
    .replaceAll(/[\uff01-\uff5e]/g, sign => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
}

/** Reads '85', '85.5', '８５．２５' and '缺考'; more than two decimals are asked back, never cut. */
export function readScore(text: string): ScoreReading {
  const plain = halfWidth(text).trim().replace(/分$/, '').trim()
  if (absentWords.includes(plain.toLowerCase())) return { ok: true, score: null }
  const [, whole, decimals = ''] = /^(\d{1,3})(?:\.(\d+))?$/.exec(plain) ?? []
  if (whole === undefined) return { ok: false, refusal: 'no-score' }
  if (decimals.replace(/0+$/, '').length > 2) return { ok: false, refusal: 'too-fine' }
  const score = Number(whole) * 100 + Number(decimals.slice(0, 2).padEnd(2, '0'))
  return score > 10_000 ? { ok: false, refusal: 'above-100' } : { ok: true, score }
}

/** '85.50'; '—' where somebody was absent is for the page to say. */
export function scoreText(score: number): string {
  return `${Math.floor(score / 100)}.${String(score % 100).padStart(2, '0')}`
}

/** The weighted total × 100, half a hundredth up, in whole numbers throughout: 59.995 is 60.00 (常州 2023). */
export function totalOf(
  scores: { written: Score; skill: Score },
  weights: { written: number; skill: number },
): number | null {
  const { written, skill } = scores
  if ((weights.written > 0 && written === null) || (weights.skill > 0 && skill === null)) return null
  const sum = (written ?? 0) * weights.written + (skill ?? 0) * weights.skill
  return Math.floor((sum + 50) / 100)
}
