import jsqr from 'jsqr'
import { expect, test } from 'vitest'
import { type QrPath, qrCodeOf } from '#app/features/upload-links/qr-code.server.ts'

const pixels = 3

test.each([
  'http://localhost:3000/u/01K4ABCDEFGHJKMNPQRSTVWXYZq0mNaLgCUg_-5zO2J1m3rP1sW8kT4vYxHfQe9dBcA7E',
  'https://tiyu.jyj.lyg.example.gov.cn/u/01K4ABCDEFGHJKMNPQRSTVWXYZq0mNaLgCUg_-5zO2J1m3rP1sW8kT4vYxHfQe9dBcA7E',
])('the drawn code reads as %s', address => {
  const code = qrCodeOf(address)
  const side = code.size * pixels

  expect(jsqr(painted(code), side, side)?.data).toBe(address)
  // Small enough for a phone to read from a screen: version 8 and its quiet zone.
  expect(code.size).toBeLessThanOrEqual(49 + 8)
})

test('it still reads with a spot of its data blotted out, as paper gets', () => {
  const address = 'https://sports.example.cn/u/01K4ABCDEFGHJKMNPQRSTVWXYZq0mNaLgCUg_-5zO2J1m3rP1sW8kT4vY'
  const code = qrCodeOf(address)
  const blotted = { ...code, path: `${code.path}${blot(code.size - 10, Math.floor(code.size / 2), 5)}` }
  const side = code.size * pixels

  expect(jsqr(painted(blotted), side, side)?.data).toBe(address)
})

function blot(x: number, y: number, side: number): string {
  return Array.from({ length: side }, (_, row) => `M${x} ${y + row}h${side}v1h-${side}z`).join('')
}

/** What a browser paints of the path: RGBA, dark on white. */
function painted({ size, path }: QrPath): Uint8ClampedArray {
  const side = size * pixels
  const image = new Uint8ClampedArray(side * side * 4).fill(255)
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    for (let row = Number(y) * pixels; row < (Number(y) + 1) * pixels; row += 1)
      for (let column = Number(x) * pixels; column < (Number(x) + Number(length)) * pixels; column += 1)
        image.fill(0, (row * side + column) * 4, (row * side + column) * 4 + 3)
  return image
}
