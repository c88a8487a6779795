/** The ramp of taking part: YlGnBu, as progress has it, the last class past the quorum. */
export const RAMP = ['#ffffcc', '#a1dab4', '#41b6c4', '#225ea8']
export const OUTLINE = '#5b6775'
export const CHOSEN = '#b93a32'
export const INK = '#1d2733'
export const HALO = '#fffdf8'
