// Where what was sent should be looked at again. Interest makes every sum another than the register's: a little more is as it should be.
const MUCH_MORE = 1.1;

/** In fen. */
export const isUnlike = (sent: number, reckoned: number): boolean => sent < reckoned || sent > reckoned * MUCH_MORE;
