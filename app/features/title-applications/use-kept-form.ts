import { type FormEvent, type RefObject, useEffect, useState } from 'react'

/** What the page says of a form that outlives a broken connection. */
export type KeptState = 'none' | 'drafted' | 'kept'

/**
 * Keeps what is typed into a form on the device, under a key that names its reader, until the server has it. Without a
 * network a submission is kept and made when the network is back; the form's own id lets it arrive twice and count once.
 */
export function useKeptForm(
  form: RefObject<HTMLFormElement>,
  key: string,
): { state: KeptState; onInput: () => void; onSubmit: (event: FormEvent) => void } {
  const [state, setState] = useState<KeptState>('none')
  useEffect(() => {
    const element = form.current
    const kept = read(key)
    if (element === null || kept === null) return
    for (const [name, value] of Object.entries(kept.fields)) {
      const field = element.elements.namedItem(name)
      if (field !== null && 'value' in field) field.value = value
    }
    setState(kept.isWaiting ? 'kept' : 'drafted')
    if (kept.isWaiting && navigator.onLine) element.submit()
  }, [form, key])
  useEffect(() => {
    const send = () => {
      if (read(key)?.isWaiting) form.current?.submit()
    }
    window.addEventListener('online', send)
    return () => window.removeEventListener('online', send)
  }, [form, key])
  const keep = (isWaiting: boolean) => {
    if (form.current !== null) write(key, { fields: fieldsOf(form.current), isWaiting })
  }
  return {
    state,
    onInput: () => keep(false),
    onSubmit: event => {
      keep(!navigator.onLine)
      if (navigator.onLine) return
      event.preventDefault()
      setState('kept')
    },
  }
}

/** Forgets what was kept of a form: the server has it. */
export function useForgotten(key: string, isDone: boolean): void {
  useEffect(() => {
    if (isDone) window.localStorage.removeItem(key)
  }, [key, isDone])
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

function read(key: string): Kept | null {
  try {
    return JSON.parse(window.localStorage.getItem(key) ?? 'null')
  } catch {
    // A device that lets nothing be kept, or a half-written entry: the form begins empty.
    return null
  }
}

function write(key: string, kept: Kept): void {
  try {
    window.localStorage.setItem(key, JSON.stringify(kept))
  } catch {
    // Full or forbidden: the form still works while the page is open.
  }
}
