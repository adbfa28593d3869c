import { decimal, type Exact, exact, times } from "../../../../shared/kernel/exact.ts";
import type { pensionSays } from "../../../messages/estimate-pension.ts";
import type { postSays } from "../../../messages/estimate-post.ts";
import { estimateWords } from "../words.ts";

export const pensionWords = estimateWords<keyof typeof pensionSays.zh | keyof typeof postSays.zh>();

/** 0.6, 1, 12.58: no zeros at the end. */
export const plain = (value: Exact, decimals = 3): string => String(Number(decimal(value, decimals)));
/** 0.02 → 2%. */
export const inPercent = (value: Exact): string => `${plain(times(value, exact(100)))}%`;
