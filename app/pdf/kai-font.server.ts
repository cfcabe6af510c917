import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { create, type Font } from 'fontkit'
import { unpackWoff } from './unpack-woff.server.ts'

/** A font in the manner of 楷体 as it comes with the app: no font of the system is asked for, so all print alike. */
export type Weight = 'regular' | 'bold'

const require = createRequire(import.meta.url)
const files = {
  regular: () => require.resolve('@fontsource/lxgw-wenkai/files/lxgw-wenkai-latin-500-normal.woff'),
  bold: () => require.resolve('@fontsource/lxgw-wenkai/files/lxgw-wenkai-latin-700-normal.woff'),
} satisfies Record<Weight, () => string>

const unpacked = new Map<Weight, Promise<Buffer>>()

/** The bytes of the font, unpacked once and kept (16 MB a weight). */
export function kaiFont(weight: Weight): Promise<Buffer> {
  const known = unpacked.get(weight)
  if (known !== undefined) return known
  const bytes = readFile(files[weight]()).then(unpackWoff)
  unpacked.set(weight, bytes)
  bytes.catch(() => unpacked.delete(weight))
  return bytes
}

/** The characters of a text that would print as an empty box, or as nothing where something was meant; each once. */
export async function withoutGlyph(text: string): Promise<string[]> {
  const fonts = await Promise.all([parsed('regular'), parsed('bold')])
  return [...new Set(text)].filter(
    character =>
      /\p{C}/u.test(character) ||
      !fonts.every(font => font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)),
  )
}

async function parsed(weight: Weight): Promise<Font> {
  const font = create(await kaiFont(weight))
  if (!('hasGlyphForCodePoint' in font)) throw new Error('This is a collection of fonts, not one')
  return font
}
