import type { Stage } from '#db/tables.ts'

/** A 5621 cell: a sport placed at a school for a stage. */
export interface Cell {
  schoolId: string
  stage: Stage
}

/** The placed cells behind which a coach of the post would stand: its schools, its stages, its sport. */
export function cellsOf(
  post: { schoolIds: readonly string[]; stages: readonly Stage[]; sport: string },
  placements: readonly (Cell & { sport: string; validFrom: string; validTo: string })[],
  today: string,
): Cell[] {
  return placements
    .filter(
      one =>
        one.sport === post.sport &&
        one.validFrom <= today &&
        today <= one.validTo &&
        post.schoolIds.includes(one.schoolId) &&
        post.stages.includes(one.stage),
    )
    .map(({ schoolId, stage }) => ({ schoolId, stage }))
}
