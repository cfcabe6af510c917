/** 'YYYY-MM-DD'; an open end is 9999-12-31. */
export type Day = string
/** UTC, 'YYYY-MM-DD HH:MM:SS.mmm'. */
export type Instant = string
/** 0 or 1. */
export type Flag = number
export type Stage = 'primary' | 'junior' | 'senior'
