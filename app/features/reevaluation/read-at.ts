/**
 * What a form says of the version it was filled in on: that of the page, or of an earlier one that was refused. Whoever
 * was told that it changed has the new one before them.
 */
export function readAt(
  answer: { refusal: string | null; entered: Record<string, string> } | undefined,
  updatedAt: string,
): string {
  if (answer === undefined || answer.refusal === 'changed-meanwhile') return updatedAt
  return answer.entered.updatedAt ?? updatedAt
}
