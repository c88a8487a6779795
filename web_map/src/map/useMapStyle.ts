/** The style of the map and its images, for this reader's theme, filters and choice. */
import { useQuery } from '@tanstack/react-query'
import type { StyleSpecification } from 'maplibre-gl'
import { useMemo } from 'react'
import { useCatalogue } from '../api/queries'
import { Problem } from '../api/client'
import { mapFonts } from '../fonts'
import { usePhases } from '../parts/usePhases'
import { useFlavour, type Flavour } from '../state/useFlavour'
import { useView } from '../state/useView'
import { dress } from './dress'
import { glyphs, rasterised, type GlyphColors } from './glyphs'

async function getStyle(flavour: Flavour, basemap: string): Promise<StyleSpecification> {
  const response = await fetch(`/style.json?flavour=${flavour}&basemap=${basemap}`)
  if (!response.ok) throw new Problem(response.status, response.statusText)
  return (await response.json()) as StyleSpecification
}

/** The page's own named colours, as they are in the flavour that stands. */
function namedColors(): GlyphColors {
  const computed = getComputedStyle(document.documentElement)
  const color = (name: string) => computed.getPropertyValue(`--${name}`).trim()
  return {
    ink: color('ink'),
    paper: color('raised'),
    accent: color('accent'),
    danger: color('danger'),
    warning: color('warning'),
    noData: color('no-data'),
  }
}

export function useMapStyle(named: string[]) {
  const view = useView()
  const flavour = useFlavour()
  const phases = usePhases().all
  const catalogue = useCatalogue()
  const base = useQuery({
    queryKey: ['style', flavour, view.basemap, phases.length],
    queryFn: async () => {
      const colors = namedColors()
      const images = await rasterised(glyphs(colors, phases))
      return { style: await getStyle(flavour, view.basemap), images, colors }
    },
    enabled: catalogue.data !== undefined,
    staleTime: Infinity,
  })
  const theme = catalogue.data?.themes.find(({ name }) => name === view.theme)
  const attribute =
    theme && theme.classes.some(({ value }) => value == null) ? theme.attribute : null
  // Read again and found the same, it is the same object: a new style would take away what others
  // have put on the map meanwhile.
  const told = base.data?.style
  const accent = base.data?.colors.accent ?? ''
  const style = useMemo(
    () =>
      told &&
      dress(
        told,
        {
          theme: view.theme,
          attribute,
          phases: view.phases,
          community: view.community,
          building: view.building,
          named,
          accent,
        },
        mapFonts,
      ),
    [told, accent, view.theme, attribute, view.phases, view.community, view.building, named],
  )
  return { style, images: base.data?.images, error: catalogue.error ?? base.error }
}
