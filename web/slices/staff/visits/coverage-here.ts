import { byId } from "../../../dom.ts";
import type { StaffWords } from "../../../messages/staff-frame.ts";
import type { cellWords, coverageSays } from "../../../messages/visits-coverage.ts";
import type { Coverage, CoveredHousehold } from "../../../visits/coverage-routes.ts";
import { wordsOnPage } from "../../../words.ts";

export const words = wordsOnPage<StaffWords & Record<keyof typeof cellWords.zh | keyof typeof coverageSays.zh, string>>();

export const said: Readonly<Record<string, string>> = words;

export const select = (id: string) => byId(id) as HTMLSelectElement;

/** What the page knows. `gives`: whoever is here gives out lists. */
export const here: { gives: boolean; shown: CoveredHousehold[]; about?: Coverage } = { gives: false, shown: [] };
