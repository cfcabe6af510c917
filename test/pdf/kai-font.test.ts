import { create } from 'fontkit'
import { expect, test } from 'vitest'
import { kaiFont, withoutGlyph } from '#app/pdf/kai-font.server.ts'
import { unpackWoff } from '#app/pdf/unpack-woff.server.ts'

test('the font has every character of GB 2312, and the rare ones of the places here', async () => {
  expect(await withoutGlyph(everyCharacterOfGb2312().join(''))).toEqual([])
  expect(await withoutGlyph('灌赣榆堰圩垛朐垞郇埝堽墟鄌郚垚堃喆淼珺〇〔〕（）“”—·：、')).toEqual([])
})

test.each([
  ['a character beyond the font', '连云港市𡐙𡐙小学', ['𡐙']],
  ['a character that a computer made for itself', '\ue123庄小学', ['\ue123']],
  ['a sign that nobody sees', '赣榆\u200b小学', ['\u200b']],
  ['a line break', '赣榆\n小学', ['\n']],
  ['a picture', '篮球🏀🏀', ['🏀']],
])('%s is told, once', async (_, text, missing) => {
  expect(await withoutGlyph(text)).toEqual(missing)
})

test('both weights are whole fonts that may be embedded', async () => {
  for (const weight of ['regular', 'bold'] as const) {
    const font = create(await kaiFont(weight))
    if (!('OS/2' in font)) throw new Error('a collection')
    expect(font['OS/2'].fsType).toMatchObject({ noEmbedding: false, noSubsetting: false, bitmapOnly: false })
    expect(font.glyphForCodePoint('赣'.codePointAt(0) ?? 0).path.commands.length).toBeGreaterThan(20)
  }
})

test('what is no web font is not unpacked', async () => {
  await expect(unpackWoff(Buffer.from('wOF2, or something else'))).rejects.toThrow('no WOFF font')
})

function everyCharacterOfGb2312(): string[] {
  const decoder = new TextDecoder('gb2312')
  const rows = Array.from({ length: 0xf7 - 0xb0 + 1 }, (_, at) => 0xb0 + at)
  const cells = Array.from({ length: 94 }, (_, at) => 0xa1 + at)
  return rows
    .flatMap(row => cells.map(cell => decoder.decode(Uint8Array.of(row, cell))))
    .filter(character => /^\p{Script=Han}$/u.test(character))
}
