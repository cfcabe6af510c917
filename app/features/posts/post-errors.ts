import { type Locale, say } from '#app/i18n/text.ts'
import type { PostField } from './post.rule.ts'
import { formFieldOf } from './post-form.ts'
import { postProblemWords } from './refusals.text.ts'
import type { SavePostProblems } from './save-post.server.ts'

/** What is wrong with a post, a sentence at each field of its form. */
export function postErrors(locale: Locale, problems: SavePostProblems): Record<string, string> {
  return Object.fromEntries(
    Object.entries(problems).map(([field, problem]) => [
      formFieldOf(field as PostField),
      say(locale, postProblemWords[problem]),
    ]),
  )
}
