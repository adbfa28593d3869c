/** Our own pages send 4 million at most; a phone's camera makes 12 to 25. More than that is a bomb for whoever opens it. */
const PIXELS_AT_MOST = 25_000_000;
const SIDE_AT_MOST = 10_000;

/** Nought is one too: it means "see below", and that is where nobody looks. */
export const tooManyPixels = (width: number, height: number): boolean =>
  width < 1 || height < 1 || width > SIDE_AT_MOST || height > SIDE_AT_MOST || width * height > PIXELS_AT_MOST;
