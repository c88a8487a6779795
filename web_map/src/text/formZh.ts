/** Words of the forms in Chinese; `formEn.ts` must say the same things. */

export const formZh = {
  units: { CNY: '元', 'CNY/m²/month': '元/m²·月', '1': '%' } as Record<string, string>,
  private: '不对外',
  yes: '是',
  no: '否',
  choose: '请选择',
  typeName: '输入名称查找',
  noSuchName: '没有这个名称,请从列表中选。',
  noChoice: '还没有可选的,请先登记。',
  reading: '正在读取…',
  sending: '正在上传…',
  chooseFile: (again: boolean, paper: boolean) =>
    `${again ? '换' : '选择'}${paper ? '照片或 PDF' : '照片'}`,
  removeFile: '移除',
}

export type FormWords = typeof formZh
