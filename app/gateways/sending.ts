/** What became of a message that was handed to a gateway. */
export type Sending =
  | { ok: true }
  /** The gateway will not take it later either; it may be tried again; nobody has set the gateway up. */
  | { ok: false; failure: 'refused' | 'try-again' | 'not-configured' }
