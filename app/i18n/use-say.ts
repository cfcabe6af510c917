import { createContext, useContext } from 'react'
import { type Locale, say } from './text.ts'

/** The language of the page, given by the root. */
export const LocaleContext = createContext<Locale>('zh-CN')

export function useLocale(): Locale {
  return useContext(LocaleContext)
}

/** `const t = useSay()`, then `t(text.title)` or `t(text.gap, { unit, count })`. */
export function useSay() {
  const locale = useLocale()
  return ((message, ...values) => say(locale, message, ...values)) as BoundSay
}

type BoundSay = <M extends Parameters<typeof say>[1]>(
  message: M,
  ...values: M['zh-CN'] extends (values: infer V) => string ? [V] : []
) => string
