/** The formats of the reader's language. */
import { useView } from '../state/useView'
import { formats, type Formats } from './formats'

export function useFormats(): Formats {
  return formats(useView().language)
}
