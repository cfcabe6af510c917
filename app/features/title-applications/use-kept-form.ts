import { type FormEvent, type RefObject, useEffect, useRef, useState } from 'react'

/** How a form stands that outlives a broken connection. */
export type KeptState =
  | { kind: 'none' }
  /** What was typed before is back. */
  | { kind: 'restored' }
  | { kind: 'sending' }
  /** It will be sent when the network is back; `isKept` false where the device lets nothing be kept. */
  | { kind: 'waiting'; isKept: boolean }
  | { kind: 'signed-out' }
  | { kind: 'refused'; status: number }

const secondsToNextTry = 20

/**
 * Keeps what is typed into a form on the device, under a key that names its reader, until the server has it. What cannot
 * be sent waits and is sent when the network is back; the id that the form carries lets it arrive twice and count once.
 * `isAnswered` says that the server has just shown the form again with what was entered: that stands then.
 */
export function useKeptForm(
  form: RefObject<HTMLFormElement>,
  { key, isAnswered }: { key: string; isAnswered: boolean },
): {
  state: KeptState
  onInput: () => void
  onSubmit: (event: FormEvent) => void
  send: () => void
  discard: () => void
} {
  const [state, setState] = useState<KeptState>({ kind: 'none' })
  const isSending = useRef(false)

  const keep = (isWaiting: boolean) =>
    form.current !== null && write(key, { fields: fieldsOf(form.current), isWaiting })

  async function send(): Promise<void> {
    const element = form.current
    if (element === null || isSending.current) return
    const isKept = keep(true)
    if (!navigator.onLine) return setState({ kind: 'waiting', isKept })
    isSending.current = true
    setState({ kind: 'sending' })
    const answer = await post(element)
    isSending.current = false
    if (answer.kind === 'recorded') {
      forget(key)
      return window.location.assign(answer.url)
    }
    if (answer.kind === 'unreachable') return setState({ kind: 'waiting', isKept })
    if (answer.kind === 'signed-out') return setState({ kind: 'signed-out' })
    keep(false)
    // The page itself says what is wrong, each problem at its field.
    if (answer.status === 422) return element.submit()
    setState({ kind: 'refused', status: answer.status })
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each form, when it appears
  useEffect(() => {
    const element = form.current
    if (element === null) return
    if (isAnswered) {
      keep(false)
      return
    }
    const kept = read(key)
    if (kept === null) return
    fill(element, kept.fields)
    setState({ kind: 'restored' })
    if (kept.isWaiting) send()
  }, [form, key, isAnswered])

  // biome-ignore lint/correctness/useExhaustiveDependencies: `send` reads what is current when it is called
  useEffect(() => {
    const sendWaiting = () => {
      if (read(key)?.isWaiting || state.kind === 'waiting') send()
    }
    window.addEventListener('online', sendWaiting)
    // A weak network is never said to be back: it is tried.
    const timer =
      state.kind === 'waiting' ? window.setTimeout(sendWaiting, secondsToNextTry * 1000) : undefined
    return () => {
      window.removeEventListener('online', sendWaiting)
      window.clearTimeout(timer)
    }
  }, [key, state])

  return {
    state,
    send,
    onInput: () => {
      keep(false)
      setState({ kind: 'none' })
    },
    onSubmit: event => {
      event.preventDefault()
      send()
    },
    discard: () => {
      forget(key)
      window.location.assign(window.location.pathname)
    },
  }
}

type Answer =
  | { kind: 'recorded'; url: string }
  | { kind: 'unreachable' }
  | { kind: 'signed-out' }
  | { kind: 'refused'; status: number }

async function post(form: HTMLFormElement): Promise<Answer> {
  const here = window.location.pathname
  try {
    const body = new URLSearchParams(Object.entries(fieldsOf(form)))
    const response = await fetch(here, { method: 'POST', body })
    if (response.redirected)
      return new URL(response.url).pathname === here
        ? { kind: 'recorded', url: response.url }
        : { kind: 'signed-out' }
    return response.status >= 500 ? { kind: 'unreachable' } : { kind: 'refused', status: response.status }
  } catch {
    // Without a network, or with one that broke off: it may have arrived all the same, which its id will tell.
    return { kind: 'unreachable' }
  }
}

interface Kept {
  fields: Record<string, string>
  isWaiting: boolean
}

function fieldsOf(form: HTMLFormElement): Record<string, string> {
  const texts = [...new FormData(form)].filter(
    (pair): pair is [string, string] => typeof pair[1] === 'string',
  )
  return Object.fromEntries(texts)
}

function fill(form: HTMLFormElement, fields: Record<string, string>): void {
  for (const [name, value] of Object.entries(fields)) {
    const field = form.elements.namedItem(name)
    if (field !== null && 'value' in field) field.value = value
  }
}

function read(key: string): Kept | null {
  try {
    return JSON.parse(window.localStorage.getItem(key) ?? 'null')
  } catch {
    // A device that lets nothing be kept, or a half-written entry: the form begins empty.
    return null
  }
}

function write(key: string, kept: Kept): boolean {
  try {
    window.localStorage.setItem(key, JSON.stringify(kept))
    return true
  } catch {
    // Full or forbidden: the form still works while the page is open.
    return false
  }
}

function forget(key: string): void {
  try {
    window.localStorage.removeItem(key)
  } catch {
    // Where nothing can be kept there is nothing to forget.
  }
}
