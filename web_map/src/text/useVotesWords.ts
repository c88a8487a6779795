/** The words of the pages of votes, loaded with them. */
import { useView } from '../state/useView'
import { votesEn } from './votesEn'
import { votesZh, type VotesWords } from './votesZh'

export function useVotesWords(): VotesWords {
  return useView().language === 'en' ? votesEn : votesZh
}
