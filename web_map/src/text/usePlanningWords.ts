/** The words of the planning desk, loaded with it. */
import { useView } from '../state/useView'
import { planningEn } from './planningEn'
import { planningZh, type PlanningWords } from './planningZh'

export function usePlanningWords(): PlanningWords {
  return useView().language === 'en' ? planningEn : planningZh
}
