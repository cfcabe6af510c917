import { createRequire } from 'node:module'
import type * as Pinyin from 'pinyin-pro'
import type { Spelling } from './rank-candidates.rule.ts'
import { keyOfWord } from './word-key.ts'

const load = createRequire(import.meta.url)
let library: typeof Pinyin | null = null

/** The names of the catalogues, which every upload with an unknown word needs again, and some words more. */
const mostKept = 4000
const kept = new Map<string, Spelling>()

/** A word with its toneless pinyin; ü is written v, as people type it. */
export function spellingOf(word: string): Spelling {
  const known = kept.get(word)
  if (known !== undefined) return known
  if (kept.size >= mostKept) kept.clear()
  const spelling = spelledOut(word)
  kept.set(word, spelling)
  return spelling
}

function spelledOut(word: string): Spelling {
  // Its dictionary takes 25 MB and a quarter of a second: only a process that meets an unknown word pays for it.
  library ??= load('pinyin-pro') as typeof Pinyin
  const key = keyOfWord(word)
  const syllables = library.pinyin(key, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true })
  const letters = syllables.map(syllable => syllable.toLowerCase().replace(/[^a-z0-9]/g, ''))
  return { key, sound: letters.join(''), initials: letters.map(syllable => syllable.slice(0, 1)).join('') }
}
