/** The words of a community's workspace, loaded with it. */
import { useView } from '../state/useView'
import { communityEn } from './communityEn'
import { communityZh, type CommunityWords } from './communityZh'

export function useCommunityWords(): CommunityWords {
  return useView().language === 'en' ? communityEn : communityZh
}
