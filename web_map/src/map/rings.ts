/** What the ring of a division shows under each theme. */
import type { Catalogue, DivisionTally, ThemeClass } from '../api/schema.gen'
import type { Formats } from '../format/formats'
import type { Phase } from '../parts/usePhases'
import type { Flavour } from '../state/useFlavour'
import type { ThemeName } from '../state/view'
import type { Ring } from './Tally'

const DANGER = 'var(--danger)'

export function ringOf(
  tally: DivisionTally,
  theme: ThemeName,
  catalogue: Catalogue,
  phases: Phase[],
  flavour: Flavour,
  formats: Formats,
): Ring {
  const share = { progress: tally.progress, funding: gapShare(tally) }
  switch (theme) {
    case 'stage':
      return {
        slices: phases.map(({ value, color }) => ({
          share: (tally.phases[value] ?? 0) / tally.communities,
          color,
        })),
        figure: String(tally.communities),
      }
    case 'closures':
      return {
        slices: [{ share: tally.closures_today > 0 ? 1 : 0, color: DANGER }],
        figure: String(tally.closures_today),
      }
    default: {
      const value = share[theme]
      const classes = catalogue.themes.find(({ name }) => name === theme)?.classes ?? []
      return value === null
        ? { slices: [], figure: '–' }
        : {
            slices: [{ share: value, color: classColor(value, classes, flavour) }],
            figure: formats.share(value),
          }
    }
  }
}

function gapShare({ budget_cny, gap_cny }: DivisionTally): number | null {
  const budget = Number(budget_cny)
  return budget > 0 ? Number(gap_cny) / budget : null
}

function classColor(value: number, classes: ThemeClass[], flavour: Flavour): string {
  const found = classes.find(({ high }) => high != null && value <= high) ?? classes.at(-1)
  return (flavour === 'dark' ? found?.dark_color : found?.color) ?? 'var(--no-data)'
}
