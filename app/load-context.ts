declare module '@remix-run/node' {
  /** What the server hands to every loader, and to the rendering of a page. */
  interface AppLoadContext {
    /** Allows this answer's own scripts, and no others (Content-Security-Policy). */
    nonce: string
    /** Stands in the log beside every line of this request, and on its error page. */
    requestId: string
    /** The network address that asks, as far as the proxies in front are trusted; the development server tells none. */
    client?: string
    /** Resolves once the reader has taken what was written so far, or has gone; a long answer waits for it. */
    drained?: () => Promise<void>
  }
  interface Future {
    v3_singleFetch: true
  }
}

export {}
