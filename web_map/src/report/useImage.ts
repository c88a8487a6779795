/** The address of a file on this device, as long as it is shown. */
import { useEffect, useMemo } from 'react'

export function useImage(file: Blob | null): string | null {
  const address = useMemo(() => file && URL.createObjectURL(file), [file])
  useEffect(
    () => () => {
      if (address) URL.revokeObjectURL(address)
    },
    [address],
  )
  return address
}
