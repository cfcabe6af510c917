export const pictureTypes = ['image/jpeg', 'image/png', 'image/webp'] as const

export const mostPictureBytes = 10 * 1024 * 1024

/** Pictures of one event at a time. */
export const mostPictures = 12
