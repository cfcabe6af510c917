import { expect, test } from 'vitest'
import { html, textOf } from '#app/ui/html.ts'
import { fc } from '#test/support/laws.ts'

test('whatever a person typed stays text, in content and in attributes', () => {
  const name = `<b title="x">O'Neil & 子</b>`

  const row = html`<td title="${name}">${name}</td>`

  const escaped = '&lt;b title=&quot;x&quot;&gt;O&#39;Neil &amp; 子&lt;/b&gt;'
  expect(textOf(row)).toBe(`<td title="${escaped}">${escaped}</td>`)
})

test('no text leaves its place', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), text => {
      expect(textOf(html`${text}`)).not.toMatch(/[<>"']|&(?!(amp|lt|gt|quot|#39);)/)
    }),
  )
})

test('what was written before goes in as it is, alone and in lists', () => {
  const cells = [html`<td>${1}</td>`, html`<td>${'<'}</td>`]

  expect(textOf(html`<tr>${cells}</tr>${html`<tr></tr>`}`)).toBe('<tr><td>1</td><td>&lt;</td></tr><tr></tr>')
})

test('data that only looks written is refused', () => {
  const forged = JSON.parse('{"written by html":"<script>"}')

  expect(() => textOf(html`${forged}`)).toThrow(TypeError)
})
