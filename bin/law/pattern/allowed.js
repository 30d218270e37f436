/**
 * Patterns that the law can not judge or judges too hard, each with the day it was let in and the reason.
 * An entry that no file needs any more is reported, so that the list only shrinks.
 *
 * @type {{ path: string, source: string, since: string, because: string }[]} `source` is `*` for a pattern made at run time
 */
export const allowed = []
