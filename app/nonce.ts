import { createContext } from 'react'

/** The nonce of the answer being rendered; empty in the browser, where it is not needed any more. */
export const NonceContext = createContext('')
