import type { readSays } from "../../../messages/check.ts";
import type { checkSays } from "../../../messages/check-says.ts";
import type { consoleAloud } from "../../../messages/console-aloud.ts";
import type { consoleSays } from "../../../messages/console-says.ts";
import type { items } from "../../../messages/items.ts";
import type { StaffWords } from "../../../messages/staff-frame.ts";

export type ConsoleWords = StaffWords &
  Record<
    | keyof typeof checkSays.zh
    | keyof typeof readSays.zh
    | keyof typeof items.zh
    | keyof typeof consoleAloud.zh
    | keyof typeof consoleSays.zh,
    string
  >;

/** Words by a name that the API gave: `category.query`. A newer one without words yet is shown as it is. */
export const named = (words: Record<string, string>, group: string, name: string): string => words[`${group}.${name}`] ?? name;
