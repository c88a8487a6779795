/** Words of the forms in English, shaped as those in Chinese are. */
import type { FormWords } from './formZh'

export const formEn: FormWords = {
  units: { '1': '%' },
  private: 'not public',
  yes: 'Yes',
  no: 'No',
  choose: 'Choose',
  typeName: 'Type a name',
  noSuchName: 'No such name; pick one of the list.',
  noChoice: 'There is none yet; enter it first.',
  reading: 'Reading…',
  sending: 'Sending…',
  chooseFile: (again, paper) =>
    `${again ? 'Replace' : 'Choose'} ${paper ? 'photo or PDF' : 'photo'}`,
  removeFile: 'Remove',
}
