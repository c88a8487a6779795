/** The page's named colours as MapLibre and terra-draw want them: by value, in the light theme. */
export const RED = '#b93a32'
export const WARNING = '#c9771a'
export const SOFT = '#5b6775'
export const MINE = '#0f6e84'
/** Pieces side by side are told apart by lightness too. */
export const PIECES = ['#0f6e84', '#e0a33e', '#7a3fa0', '#6fbf8f']
export const THEIRS = '#7a3fa0'
