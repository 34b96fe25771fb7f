/**
 * The longest article that is checked, in UTF-16 units of text or bytes of a file. A novel has half a million and a check takes about two hundred bytes of
 * memory for each: what is larger is no article, and would end a server for lack of memory.
 */
export const LONGEST_ARTICLE = 8 * 1024 * 1024;

/** Why a longer one is not checked, as a phrase after its name. */
export const TOO_LONG = `is longer than ${LONGEST_ARTICLE / 1024 / 1024} MB, which is more than is checked; cut it into parts`;
