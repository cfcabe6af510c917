/** The languages of the house; Chinese is the default. */
export const locales = ['zh-CN', 'en'] as const

export type Locale = (typeof locales)[number]

/** One thing said in every language. A missing language, slot or value does not compile. */
export type Message<Values = undefined> = Readonly<
  Record<Locale, [Values] extends [undefined] ? string : (values: Values) => string>
>

type Sentence = string | ((values: never) => string)

/** Says a message in a locale; `values` is asked for exactly when the message has slots. */
export function say<M extends Record<Locale, Sentence>>(
  locale: Locale,
  message: M,
  ...values: M['zh-CN'] extends (values: infer V) => string ? [V] : []
): string {
  const sentence: Sentence = message[locale]
  return typeof sentence === 'string' ? sentence : sentence(values[0] as never)
}

/** The English form for a count: `plural(n, 'school', 'schools')`. */
export function plural(count: number, one: string, other: string): string {
  return count === 1 ? one : other
}

/** Words one after the other: 小学、初中 and 'Primary, Junior'. */
export function inARow(locale: Locale, words: readonly string[]): string {
  return words.join(locale === 'en' ? ', ' : '、')
}
