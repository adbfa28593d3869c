import type { Measure } from "./measure.ts";
import { lighthouseScores } from "./measures/lighthouse.ts";
import { overhead } from "./measures/overhead.ts";
import { pageBytes } from "./measures/page-bytes.ts";

/** In this order: what wants a quiet portal comes before the feed, which leaves it a large one. */
export const measures: readonly Measure[] = [pageBytes, lighthouseScores, overhead];
