/** The title of the tab: what is chosen, then the name of the page. */
import { useEffect } from 'react'
import { useWords } from '../text/useWords'

export function usePageTitle(chosen: string | undefined): void {
  const words = useWords()
  useEffect(() => {
    document.title = chosen ? `${chosen} · ${words.title}` : words.title
    return () => {
      document.title = words.title
    }
  }, [chosen, words])
}
