/** What somebody answered to one place of an uploaded file. */
export interface Correction {
  sheet: string
  /** A cell as 'C17', or a row as '17'. */
  place: string
  action: 'set' | 'skip' | 'restore'
  /** The text that the cell is read as, for 'set'. */
  value: string
}

/** The answers that hold: of those given to one place, in order, the last, unless it took the others back. */
export function standingCorrections<T extends Correction>(given: readonly T[]): T[] {
  const last = new Map<string, T>()
  for (const one of given) {
    const key = placeKey(one)
    // Set anew, so that the order is that of the answers that hold.
    last.delete(key)
    if (one.action !== 'restore') last.set(key, one)
  }
  return [...last.values()]
}

/** Characters of an answer at most, and as many are kept of what stood there. */
export const mostCharacters = 500

export function placeKey({ sheet, place }: Pick<Correction, 'sheet' | 'place'>): string {
  return `${sheet}!${place}`
}

/** The answers that hold, as they are laid over the grids of the file. */
export function laidOver(given: readonly Correction[]): {
  cells: { sheet: string; cell: string; text: string }[]
  skipped: { sheet: string; row: number }[]
} {
  const standing = standingCorrections(given)
  return {
    cells: standing
      .filter(({ action }) => action === 'set')
      .map(({ sheet, place, value }) => ({ sheet, cell: place, text: value })),
    skipped: standing
      .filter(({ action }) => action === 'skip')
      .map(({ sheet, place }) => ({ sheet, row: Number(place) })),
  }
}
