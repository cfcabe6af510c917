import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { NonceContext } from '#app/nonce.ts'
import { StructuredData } from '#app/ui/structured-data.tsx'

test('data for search engines stands under the nonce and cannot leave its element', () => {
  const data = { title: '</script><script>alert(1)</script>' }

  const page = renderToStaticMarkup(
    <NonceContext.Provider value="n0nce">
      <StructuredData data={data} />
    </NonceContext.Provider>,
  )

  const [, json = ''] =
    /^<script type="application\/ld\+json" nonce="n0nce">([^<]*)<\/script>$/.exec(page) ?? []
  expect(JSON.parse(json)).toEqual(data)
})
