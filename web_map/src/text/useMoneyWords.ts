/** The words of the money page, loaded with it. */
import { useView } from '../state/useView'
import { moneyEn } from './moneyEn'
import { moneyZh, type MoneyWords } from './moneyZh'

export function useMoneyWords(): MoneyWords {
  return useView().language === 'en' ? moneyEn : moneyZh
}
