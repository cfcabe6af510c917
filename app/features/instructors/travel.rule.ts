/** Where a school stands; null where nobody entered it. */
export interface Place {
  longitude: number | null
  latitude: number | null
}

/** How long the way between two schools is taken to be: the straight line, made longer, at a speed, and a margin. */
export interface Travel {
  kmPerHour: number
  /** Roads are longer than the straight line by this factor. */
  detour: number
  /** Minutes to leave one school and be ready at the other. */
  marginMinutes: number
}

/** An e-bike in town: 25 km/h, roads 1.3 times the straight line, ten minutes to change. */
export const usualTravel: Travel = { kmPerHour: 25, detour: 1.3, marginMinutes: 10 }

const earthRadiusKm = 6371

/** The straight line in kilometres; null where a place is unknown. */
export function straightKm(one: Place, other: Place): number | null {
  if (one.longitude === null || one.latitude === null) return null
  if (other.longitude === null || other.latitude === null) return null
  const [from, to] = [radians(one.latitude), radians(other.latitude)]
  const across = radians(other.longitude - one.longitude)
  const half = Math.sin((to - from) / 2) ** 2 + Math.cos(from) * Math.cos(to) * Math.sin(across / 2) ** 2
  return 2 * earthRadiusKm * Math.asin(Math.sqrt(half))
}

/** Minutes from the end of one lesson to the beginning of the next, elsewhere; null where a place is unknown. */
export function travelMinutes(one: Place, other: Place, travel: Travel): number | null {
  const km = straightKm(one, other)
  if (km === null) return null
  return Math.ceil(((km * travel.detour) / travel.kmPerHour) * 60 + travel.marginMinutes)
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180
}
