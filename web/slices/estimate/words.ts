import type { estimateSays } from "../../messages/estimate.ts";
import type { FormWords, KitWords } from "../../messages/kit.ts";
import { wordsOnPage } from "../../words.ts";

export type EstimateWords = KitWords &
  Pick<FormWords, "errorsTitle" | "errorsInTitle"> &
  Record<keyof typeof estimateSays.zh | "cardPath", string> & { [name: `name.${string}`]: string | undefined };

/** The kit's words and the page's own. */
export const estimateWords = <Own extends string = never>() => wordsOnPage<EstimateWords & Record<Own, string>>();
