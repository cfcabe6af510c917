import { useContext } from 'react'
import { NonceContext } from '#app/nonce.ts'

/** Data for search engines (JSON-LD) in the page: never run, yet under the nonce of the answer like every script. */
export function StructuredData({ data }: { data: object }) {
  const nonce = useContext(NonceContext)
  // A '<' could end the element early: its escape means the same in JSON.
  const json = JSON.stringify(data).replace(/</g, '\\u003c')
  return (
    <script
      type="application/ld+json"
      nonce={nonce}
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON with every '<' escaped
      dangerouslySetInnerHTML={{ __html: json }}
    />
  )
}
