/**
 * Pieces of so many rows each, in their order, put together to calls: one ends with the piece with which it has
 * `enough` rows, so that a call is never more than one piece beyond.
 */
export function* inCalls<Piece extends { count: number }>(
  pieces: Iterable<Piece>,
  enough: number,
): Generator<Piece[]> {
  let [call, rows]: [Piece[], number] = [[], 0]
  for (const piece of pieces) {
    call.push(piece)
    rows += piece.count
    if (rows < enough) continue
    yield call
    ;[call, rows] = [[], 0]
  }
  if (call.length > 0) yield call
}
