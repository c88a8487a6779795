/** MapLibre, ready to be used. */
import * as maplibre from 'maplibre-gl'
import 'maplibre-gl/dist/maplibre-gl.css'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'

// Vite does not emit the worker that MapLibre would look for beside itself.
maplibre.setWorkerUrl(workerUrl)

export { maplibre }
