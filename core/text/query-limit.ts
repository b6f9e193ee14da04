/** Characters of what is searched for: an address, which carries it, has room for no more than some thousands of them. */
export const queryCharacterLimit = 200;
