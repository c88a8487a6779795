/** A trace of where the phone is carried, thinned as it comes. Needs HTTPS, as browsers have it. */
import type { Position } from 'geojson'
import { useEffect, useState } from 'react'

const METRES_PER_DEGREE = 111_195
/** Steps shorter than this are a phone that wavers in the hand. */
const STEP_M = 1.5
/** A position less sure than this says nothing about a courtyard. */
const UNSURE_M = 20

export interface Walk {
  trace: Position[]
  failed: boolean
}

export function useWalk(on: boolean): Walk {
  const [walk, setWalk] = useState<Walk>({ trace: [], failed: false })
  useEffect(() => {
    if (!on) return
    const watch = navigator.geolocation.watchPosition(
      ({ coords }) => {
        if (coords.accuracy > UNSURE_M) return
        const here = [coords.longitude, coords.latitude]
        setWalk(({ trace }) => ({
          trace: away(trace.at(-1), here) < STEP_M ? trace : [...trace, here],
          failed: false,
        }))
      },
      () => setWalk(({ trace }) => ({ trace, failed: true })),
      { enableHighAccuracy: true, maximumAge: 0 },
    )
    return () => {
      navigator.geolocation.clearWatch(watch)
      setWalk({ trace: [], failed: false })
    }
  }, [on])
  return walk
}

function away(last: Position | undefined, [x = 0, y = 0]: Position): number {
  if (!last) return Infinity
  const [lastX = 0, lastY = 0] = last
  const shrunk = METRES_PER_DEGREE * Math.cos((y * Math.PI) / 180)
  return Math.hypot((x - lastX) * shrunk, (y - lastY) * METRES_PER_DEGREE)
}
