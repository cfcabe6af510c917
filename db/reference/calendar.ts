/** Terms as the city's schools keep them; the bureau edits them on the calendar page. */
export const terms = [
  { id: '2024-2025-1', schoolYear: 2024, number: 1, firstDay: '2024-09-01', lastDay: '2025-01-24' },
  { id: '2024-2025-2', schoolYear: 2024, number: 2, firstDay: '2025-02-17', lastDay: '2025-06-30' },
  { id: '2025-2026-1', schoolYear: 2025, number: 1, firstDay: '2025-09-01', lastDay: '2026-01-30' },
  { id: '2025-2026-2', schoolYear: 2025, number: 2, firstDay: '2026-03-02', lastDay: '2026-06-30' },
  { id: '2026-2027-1', schoolYear: 2026, number: 1, firstDay: '2026-09-01', lastDay: '2027-01-29' },
]

/** Weekdays off and weekend days worked by the State Council's yearly notices; 2027 is not yet published. */
export const holidays = {
  2024: {
    off: '01-01 02-12 02-13 02-14 02-15 02-16 04-04 04-05 05-01 05-02 05-03 06-10 09-16 09-17 10-01 10-02 10-03 10-04 10-07',
    work: '02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12',
  },
  2025: {
    off: '01-01 01-28 01-29 01-30 01-31 02-03 02-04 04-04 05-01 05-02 05-05 06-02 10-01 10-02 10-03 10-06 10-07 10-08',
    work: '01-26 02-08 04-27 09-28 10-11',
  },
  2026: {
    off: '01-01 01-02 02-16 02-17 02-18 02-19 02-20 02-23 04-06 05-01 05-04 05-05 06-19 09-25 10-01 10-02 10-05 10-06 10-07',
    work: '01-04 02-14 02-28 05-09 09-20 10-10',
  },
} as const

export const publishedYears = [2024, 2025, 2026]
export const unpublishedYears = [2027]
