/** A Chinese numeral (三十五, 一百二十, 廿三, 二〇二五, 壹) as an integer; null when the text is none. */
export function chineseNumber(_text: string): number | null {
  return null
}
