// Ids of what commands give the focus to.
export const searchId = 'outline-search'
export const outlineId = 'outline-tree'
