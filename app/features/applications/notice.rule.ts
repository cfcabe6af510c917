/** Working days for which the names of those to be engaged are shown (江苏省办法; 盐城 2016). */
export const noticeDays = 7
