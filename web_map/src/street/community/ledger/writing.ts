/** Writes a row and has everything read anew that may tell of it. */
import { useMutation, useQueryClient } from '@tanstack/react-query'

/** Lists and names of rows, the gates that they open, and what the public reads. */
const TOLD = ['items', 'names', 'gates', 'card', 'communities', 'overview', 'queue']

export function useWriting<In, Out>(act: (given: In) => Promise<Out>, done?: (out: Out) => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: async (out) => {
      // The page goes on at once: who clicks elsewhere meanwhile is not called back.
      done?.(out)
      await Promise.all(TOLD.map((key) => client.invalidateQueries({ queryKey: [key] })))
    },
  })
}
