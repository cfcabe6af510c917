/** A place on earth, in degrees. */
export interface Spot {
  longitude: number
  latitude: number
}

/** Where a unit's centre lies, for people who look for posts near it; to about a kilometre. */
export const unitCentres: Readonly<Record<string, Spot>> = {
  '320703': { longitude: 119.34, latitude: 34.76 },
  '320706': { longitude: 119.16, latitude: 34.57 },
  '320707': { longitude: 119.13, latitude: 34.84 },
  '320722': { longitude: 118.75, latitude: 34.54 },
  '320723': { longitude: 119.24, latitude: 34.28 },
  '320724': { longitude: 119.32, latitude: 34.09 },
  '320771': { longitude: 119.33, latitude: 34.7 },
  '3207HT': { longitude: 119.24, latitude: 34.58 },
  '3207SZ': { longitude: 119.18, latitude: 34.6 },
  '3207XW': { longitude: 119.5, latitude: 34.62 },
  '3207YT': { longitude: 119.29, latitude: 34.63 },
}

const kilometresADegree = 111.2

/** How much a degree of longitude is shorter than one of latitude there. */
export function narrowingAt(latitude: number): number {
  return Math.cos((latitude * Math.PI) / 180)
}

/** As the crow flies, on a plane: within a city that is true to a few metres. */
export function kilometresBetween(one: Spot, other: Spot): number {
  const east = (one.longitude - other.longitude) * narrowingAt(one.latitude)
  return kilometresADegree * Math.hypot(east, one.latitude - other.latitude)
}

/** Kilometres as degrees of latitude, squared: what a query compares. */
export function squaredDegrees(kilometres: number): number {
  return (kilometres / kilometresADegree) ** 2
}

/** The distance to the nearest of several places; null where none of them is known. */
export function nearestOf(
  from: Spot,
  places: readonly { longitude: number | null; latitude: number | null }[],
): number | null {
  const distances = places.flatMap(({ longitude, latitude }) =>
    longitude === null || latitude === null ? [] : [kilometresBetween(from, { longitude, latitude })],
  )
  return distances.length === 0 ? null : Math.min(...distances)
}
