// Two hundred files that nobody hands in by mistake, and what has to become of each: refused with a word, or cleaned.
import { bombs, tooFine, tooLong } from "./bombs.ts";
import { cleaned } from "./cleaned.ts";
import { damagedJpegs } from "./jpegs.ts";
import type { Hostile } from "./kit.ts";
import { otherThings } from "./others.ts";
import { damagedPdfs } from "./pdfs.ts";
import { damagedPngs } from "./pngs.ts";
import { encrypted, scripted } from "./scripted.ts";

const empty: Hostile[] = [{ when: "nothing", bytes: Buffer.alloc(0), is: "evidence.empty" }];

export const hostileFiles: readonly Hostile[] = [
  ...empty,
  ...otherThings,
  ...damagedJpegs,
  ...tooFine,
  ...damagedPngs,
  ...bombs,
  ...scripted,
  ...encrypted,
  ...damagedPdfs,
  ...tooLong,
  ...cleaned,
];
