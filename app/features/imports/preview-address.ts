import type { AnswerRefusal } from './answer-problems.server.ts'
import type { RememberRefusal } from './remember-answer.server.ts'

const kept = ['verdict', 'page', 'problems'] as const

/**
 * The preview to which a person comes back after an answer: the same pages of it, with what became of the answer. Without
 * scripts the browser goes to the problems; with them it stays where it is (`at` is the form's own word).
 */
export function previewAfter(
  id: string,
  form: FormData,
  result: { ok: true } | { ok: false; refusal: AnswerRefusal },
  /** What became of an answer that was to be remembered. */
  taught: { ok: true } | { ok: false; refusal: RememberRefusal } | null = null,
): string {
  const before = new URLSearchParams(String(form.get('back') ?? ''))
  const search = new URLSearchParams()
  for (const name of kept) {
    const value = before.get(name)
    if (value !== null && /^[a-z0-9]{1,10}$/.test(value)) search.set(name, value)
  }
  if (taught !== null && !taught.ok) search.set('notRemembered', taught.refusal)
  else if (result.ok) search.set('answered', taught === null ? 'yes' : 'remembered')
  if (!result.ok) search.set('notAnswered', result.refusal)
  return `/imports/${id}?${search}${form.get('at') === 'here' ? '' : '#problems'}`
}
