/** The public phases as the catalogue declares them: word, icon and colour, always all three. */
import { useMemo } from 'react'
import { useCatalogue } from '../api/queries'
import type { CommunityRow } from '../api/schema.gen'
import { isIcon, type IconName } from '../icons/icons'
import { useFlavour } from '../state/useFlavour'
import { useView } from '../state/useView'
import { useWords } from '../text/useWords'

export interface Phase {
  value: string
  label: string
  icon: IconName
  color: string
}

export interface Phases {
  all: Phase[]
  of: (row: Pick<CommunityRow, 'phase' | 'stage'>) => Phase
}

export function usePhases(): Phases {
  const { data } = useCatalogue()
  const { language } = useView()
  const flavour = useFlavour()
  const words = useWords()
  return useMemo(() => {
    const classes = data?.themes.find((theme) => theme.name === 'stage')?.classes ?? []
    const all = classes.map((entry) => ({
      value: entry.value ?? '',
      label: entry.label[language],
      icon: isIcon(entry.icon) ? entry.icon : ('info' as const),
      color: flavour === 'dark' ? entry.dark_color : entry.color,
    }))
    const none = { value: '', label: words.none, icon: 'info', color: 'var(--no-data)' } as const
    const cancelled = { ...none, label: words.cancelled, icon: 'cancelled' } as const
    return {
      all,
      of: ({ phase, stage }) =>
        all.find((entry) => entry.value === phase) ?? (stage === 'cancelled' ? cancelled : none),
    }
  }, [data, language, flavour, words])
}
