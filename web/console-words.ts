// Everything that the scripts of the console and of a ticket's page may say. At build time.
import type { ShownStatus } from "../shared/submissions/contract.ts";
import { checkWordsIn } from "./legal-limits.ts";
import type { Lang } from "./messages/both.ts";
import { check, readSays } from "./messages/check.ts";
import { consoleAloud } from "./messages/console-aloud.ts";
import { consoleSays } from "./messages/console-says.ts";
import { codeWords, items } from "./messages/items.ts";
import { receiptSays } from "./messages/submissions.ts";
import { transferAsked } from "./messages/transfer-asked.ts";

export const consoleWords = (lang: Lang) => ({
  ...readSays[lang],
  ...checkWordsIn(lang),
  ...items[lang],
  ...codeWords[lang],
  ...statusIn(lang),
  ...Object.fromEntries(Object.entries(check[lang].insurances).map(([name, text]) => [`insurance.${name}`, text])),
  ...transferAsked[lang],
  ...consoleAloud[lang],
  ...consoleSays[lang],
});

/** How far a submission is, as its receipt says. */
const statusIn = (lang: Lang) =>
  Object.fromEntries(
    (["received", "queued", "in-review", "applied", "refused", "overtaken", "withdrawn"] satisfies ShownStatus[]).map(
      (status) => [`status.${status}`, receiptSays[lang][`step.${status}`]],
    ),
  );
