/** A style that changes only once the map has loaded the first: a map that is given another one
 * earlier begins anew, and says so in the browser's log. */
import { useState } from 'react'
import type { StyleSpecification } from 'maplibre-gl'

/** What the map is to be given; without a style it is gone, and its next one loads again. */
export function useHeldStyle(style: StyleSpecification | undefined) {
  const [first, setFirst] = useState(style)
  const [loaded, setLoaded] = useState(false)
  if ((style === undefined) !== (first === undefined)) {
    setFirst(style)
    setLoaded(false)
  }
  return { mapStyle: loaded ? style : first, onStyleData: () => setLoaded(true) }
}
