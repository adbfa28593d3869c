import type { Measure } from "./measure.ts";
import { clockDue } from "./measures/clock-due.ts";
import { cold } from "./measures/cold.ts";
import { cost } from "./measures/cost.ts";
import { feed } from "./measures/feed.ts";
import { helplineSearch } from "./measures/helpline-search.ts";
import { lighthouseScores } from "./measures/lighthouse.ts";
import { overhead } from "./measures/overhead.ts";
import { pageBytes } from "./measures/page-bytes.ts";
import { rulesInBrowser } from "./measures/rules-in-browser.ts";
import { signInShare } from "./measures/sign-in-share.ts";
import { start } from "./measures/start.ts";
import { submitApplied } from "./measures/submit-applied.ts";
import { units } from "./measures/units.ts";
import { unitsOfFamily } from "./measures/units-family.ts";
import { unitsOfMoves } from "./measures/units-moves.ts";
import { unknownPerson } from "./measures/unknown-person.ts";
import { workerRate } from "./measures/worker-rate.ts";

/** In this order: what wants a quiet portal comes before the feed, which leaves it a large one. */
export const measures: readonly Measure[] = [
  signInShare,
  submitApplied,
  pageBytes,
  rulesInBrowser,
  lighthouseScores,
  overhead,
  units,
  unitsOfMoves,
  unitsOfFamily,
  cost,
  cold,
  unknownPerson,
  helplineSearch,
  clockDue,
  workerRate,
  feed,
  start,
];
