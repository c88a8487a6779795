/** The accounts of one's scope, and the roles that they may have. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { RoleTold } from '../../api/schema.gen'
import { useView } from '../../state/useView'
import { getAccounts, getRoles } from '../asking'

export function useAccounts() {
  return useQuery({ queryKey: ['accounts'], queryFn: getAccounts })
}

export function useRoles(): { all: RoleTold[]; title: (role: string) => string } {
  const { language } = useView()
  const { data = [] } = useQuery({ queryKey: ['roles'], queryFn: getRoles, staleTime: Infinity })
  return {
    all: data,
    title: (role) => data.find((each) => each.role === role)?.title[language] ?? role,
  }
}

/** Something done to accounts, after which they are read anew. */
export function useDoing<In, Out>(act: (given: In) => Promise<Out>, done?: (out: Out) => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: async (out) => {
      done?.(out)
      await client.invalidateQueries({ queryKey: ['accounts'] })
    },
  })
}
