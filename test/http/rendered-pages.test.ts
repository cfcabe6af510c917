import { expect, test } from 'vitest'
import { renderedPages } from '#app/http/rendered-pages.server.ts'

const marks = { nonce: 'one+one/==', requestId: '0a1b2c' }
const others = { nonce: 'two', requestId: '3d4e5f' }
const page = ({ nonce, requestId }: typeof marks) =>
  Buffer.from(`<script nonce="${nonce}">覆盖${requestId}</script><b nonce="${nonce}">`)

test('a kept page carries the nonce and number of whoever asks for it now', () => {
  const pages = renderedPages(1000)

  pages.keep('key', page(marks), marks)

  expect(pages.recall('key', others)?.toString()).toBe(page(others).toString())
  expect(pages.recall('key', marks)?.toString()).toBe(page(marks).toString())
})

test('a page is found by its own key only', () => {
  const pages = renderedPages(1000)

  pages.keep('key', page(marks), marks)

  expect(pages.recall('another key', marks)).toBeNull()
})

test('without marks a page is kept as it is', () => {
  const pages = renderedPages(1000)

  pages.keep('key', Buffer.from('<p>'), { nonce: '', requestId: '' })

  expect(pages.recall('key', others)?.toString()).toBe('<p>')
})

test('no more bytes are kept than were allowed: the page asked for longest ago goes first', () => {
  const pages = renderedPages(25)
  const tenBytes = Buffer.alloc(10, 'x')

  pages.keep('first', tenBytes, marks)
  pages.keep('second', tenBytes, marks)
  pages.recall('first', marks)
  pages.keep('third', tenBytes, marks)

  expect(pages.recall('second', marks)).toBeNull()
  expect(pages.recall('first', marks)).not.toBeNull()
  expect(pages.recall('third', marks)).not.toBeNull()
})

test('a page larger than all that may be kept is not kept', () => {
  const pages = renderedPages(5)

  pages.keep('key', page(marks), marks)

  expect(pages.recall('key', marks)).toBeNull()
})
