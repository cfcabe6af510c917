import { PassThrough } from 'node:stream'
import { renderToPipeableStream } from 'react-dom/server'
import { expect, test } from 'vitest'
import { wholePage, withoutEmptyBytes } from '#app/http/whole-page.server.ts'

test('empty bytes are left out wherever they stand, and all else stays as it was', () => {
  const page = Buffer.from('\0\0学\0校\0名册\0', 'utf8')

  expect(withoutEmptyBytes(page).toString('utf8')).toBe('学校名册')
})

test('a long page of Chinese text comes out whole, whatever edge of React’s buffer a character falls on', async () => {
  for (let shift = 0; shift < 3; shift += 1) {
    const words = Array.from({ length: 2000 }, (_, n) => `${'a'.repeat(shift)}学校名册${n}`)
    const rendered = await new Promise<Buffer>((resolve, reject) => {
      const list = words.map(word => <p key={word}>{word}</p>)
      const { pipe } = renderToPipeableStream(<main>{list}</main>, {
        onAllReady: () => wholePage(pipe(new PassThrough())).then(resolve, reject),
      })
    })
    const expected = `<main>${words.map(word => `<p>${word}</p>`).join('')}</main>`
    expect(rendered.toString('utf8')).toBe(expected)
  }
})
