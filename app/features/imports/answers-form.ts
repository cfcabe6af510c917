/** What a person answered on a preview: another text for a cell, or to leave out the rows over which a cell reaches. */
export type Answer =
  | {
      kind: 'set'
      sheet: string
      cell: string
      /** '' leaves the cell empty. */
      text: string
      /** Every problem alike gets the same answer. */
      isForAll: boolean
    }
  /** `place` as 'C17', or '17' for a row. */
  | { kind: 'skip'; sheet: string; place: string }

/**
 * The answers in a posted form: of each row whatever was typed, and the one button that was pressed. What does not name
 * a place is none. The fields are those of `ProblemAnswer`.
 */
export function answersIn(form: FormData): Answer[] {
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value : ''
  }
  const placeAt = (index: string) => placeIn(text(`place.${index}`))
  const forAll = text('typedAll')
  const chosen = [...chosenIn(text('choose'), false), ...chosenIn(text('chooseAll'), true)]
  const answers: Answer[] = []
  for (const [name] of form) {
    const index = /^typed\.(\d{1,6})$/.exec(name)?.[1]
    const place = index === undefined ? null : placeAt(index)
    if (index === undefined || place === null || text(name).trim() === '') continue
    answers.push({ kind: 'set', ...place, text: text(name).trim(), isForAll: index === forAll })
  }
  // The button comes last: it is what the person did now.
  for (const { index, value, isForAll } of chosen) {
    const place = placeAt(index)
    if (place !== null) answers.push({ kind: 'set', ...place, text: value, isForAll })
  }
  const skipped = placeAt(text('skip')) ?? placeIn(text('skipRow'))
  if (skipped !== null) answers.push({ kind: 'skip', sheet: skipped.sheet, place: skipped.cell })
  return answers
}

/**
 * The one button by which an answer is remembered: a suggestion, or what was typed in its row. What was typed corrects
 * the cell as well.
 */
export function rememberedIn(form: FormData): { sheet: string; cell: string; text: string } | null {
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value : ''
  }
  const typedAt = text('rememberTyped')
  const [chosen] = chosenIn(text('remember'), false)
  const index = chosen?.index ?? typedAt
  const place = placeIn(text(`place.${index}`))
  return place === null ? null : { ...place, text: (chosen?.value ?? text(`typed.${typedAt}`)).trim() }
}

function chosenIn(value: string, isForAll: boolean) {
  const [, index, text] = /^(\d{1,6}):(.*)$/s.exec(value) ?? []
  return index === undefined ? [] : [{ index, value: text ?? '', isForAll }]
}

/** 'Sheet1!C17' parted at the last '!', since the name of a sheet may hold one too. */
export function placeIn(text: string): { sheet: string; cell: string } | null {
  const at = text.lastIndexOf('!')
  const cell = text.slice(at + 1)
  return at < 0 || !/^[A-Z]{0,3}[1-9]\d{0,6}$/.test(cell) ? null : { sheet: text.slice(0, at), cell }
}
