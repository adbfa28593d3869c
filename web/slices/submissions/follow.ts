// Looks again by itself, quickly at first and then less often; not while nobody is looking, and not when it has ended.
const WAITS_MS = [500, 1000, 2000, 4000, 8000, 15_000];

/**
 * `look`: true when there is nothing more to wait for. On a slow network an answer may come after that of a later look: it then shows
 * nothing any more (`isLatest`). Answers how to begin again from quick.
 */
export function follow(look: (isLatest: () => boolean) => Promise<boolean>): () => void {
  let looks = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let round = 0;

  async function go(mine: number): Promise<void> {
    const over = await look(() => mine === round);
    if (over || mine !== round || document.hidden) return;
    timer = setTimeout(() => void go(mine), WAITS_MS[Math.min(looks++, WAITS_MS.length - 1)]);
  }
  const begin = () => {
    clearTimeout(timer);
    looks = 0;
    void go(++round);
  };
  document.addEventListener("visibilitychange", () => {
    clearTimeout(timer);
    if (!document.hidden) void go(++round);
  });
  begin();
  return begin;
}
