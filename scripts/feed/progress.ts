import type { Progress } from "./follow.ts";

const BAR = 30;
const LINE_EVERY = 0.1;

/** A bar where there is somebody to look at it, else a line for every tenth. `since`: when the rows began to move. */
export function showProgress(out: NodeJS.WriteStream, now: () => number = Date.now) {
  const since = now();
  let said = 0;
  return ({ rows, done }: Progress): void => {
    const share = rows === 0 ? 1 : done / rows;
    const perSecond = Math.round((done * 1000) / Math.max(1, now() - since));
    const figures = `${done.toLocaleString("en")} of ${rows.toLocaleString("en")} rows, ${perSecond} a second`;
    if (out.isTTY) {
      const filled = Math.round(share * BAR);
      out.write(
        `\r[${"#".repeat(filled)}${"-".repeat(BAR - filled)}] ${String(Math.floor(share * 100)).padStart(3)} %  ${figures}   `,
      );
      if (done >= rows) out.write("\n");
    } else if (share >= said + LINE_EVERY || (done >= rows && said < 1)) {
      said = done >= rows ? 1 : share;
      out.write(`${Math.floor(share * 100)} %  ${figures}\n`);
    }
  };
}
