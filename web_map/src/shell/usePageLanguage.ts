/** Tells the browser, and the reader's screen reader, which language the page is in. */
import { useLayoutEffect } from 'react'
import { useView } from '../state/useView'

export function usePageLanguage(): void {
  const { language } = useView()
  useLayoutEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  }, [language])
}
