import { z } from 'zod'
import type { ReportWords } from './report.rule.ts'

const words = z.string().max(4000).default('')

/** A report as it is posted; how long its parts may be the rule says, with the draft kept in the form. */
export const ReportForm = z.object({
  training: words,
  competitions: words,
  participation: words,
  problems: words,
  plan: words,
  updatedAt: z.string().max(23).default(''),
  intent: z.enum(['save', 'submit']),
})

export function wordsOfForm(form: z.infer<typeof ReportForm>): ReportWords {
  // A browser sends each new line as two signs; they count as one.
  const plain = (text: string) => text.replaceAll('\r\n', '\n')
  return {
    training: plain(form.training),
    competitions: plain(form.competitions),
    participation: plain(form.participation),
    problems: plain(form.problems),
    plan: plain(form.plan),
  }
}
