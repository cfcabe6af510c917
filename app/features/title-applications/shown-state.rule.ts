interface Stand {
  state: 'open' | 'conflict' | 'done'
  isDeclared: boolean
  isWaiting: boolean
}

/** How a review stands for its expert, in one word. */
export function shownState({
  state,
  isDeclared,
  isWaiting,
}: Stand): 'undeclared' | 'open' | 'done' | 'conflict' | 'closed' {
  if (state !== 'open') return state
  if (!isWaiting) return 'closed'
  return isDeclared ? 'open' : 'undeclared'
}
