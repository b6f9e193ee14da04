/** What local mode calls its one project and its owner, who have no names of their own: a screen says it in its language. */
export const localProjectName = "My translations";
export const localOwnerName = "You";
