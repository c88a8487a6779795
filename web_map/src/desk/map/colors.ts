/** The page's named colours as MapLibre and terra-draw want them: by value, in the light theme. */
export const RED = '#b93a32'
export const WARNING = '#c9771a'
export const SOFT = '#5b6775'
export const MINE = '#0f6e84'
export const THEIRS = '#7a3fa0'
