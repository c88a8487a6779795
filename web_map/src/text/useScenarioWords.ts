/** The words of scenarios, loaded with the planning desk. */
import { useView } from '../state/useView'
import { scenariosEn } from './scenariosEn'
import { scenariosZh, type ScenarioWords } from './scenariosZh'

export function useScenarioWords(): ScenarioWords {
  return useView().language === 'en' ? scenariosEn : scenariosZh
}
