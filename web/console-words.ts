// Everything that the scripts of the console and of a ticket's page may say. At build time.
import type { ShownStatus } from "../shared/submissions/contract.ts";
import { checkWordsIn } from "./legal-limits.ts";
import type { Lang } from "./messages/both.ts";
import { check, readSays } from "./messages/check.ts";
import { consoleAloud } from "./messages/console-aloud.ts";
import { consoleSays } from "./messages/console-says.ts";
import { codeWords, items } from "./messages/items.ts";
import { toldToStaff } from "./messages/staff-transfer.ts";
import { receiptSays } from "./messages/submissions.ts";
import { transferKinds } from "./messages/transfer.ts";
import { transfersSays } from "./messages/transfers.ts";

export const consoleWords = (lang: Lang) => ({
  ...readSays[lang],
  ...checkWordsIn(lang),
  ...items[lang],
  ...codeWords[lang],
  ...statusIn(lang),
  ...Object.fromEntries(Object.entries(check[lang].insurances).map(([name, text]) => [`insurance.${name}`, text])),
  ...movingIn(lang),
  ...consoleAloud[lang],
  ...consoleSays[lang],
});

/** Of a transfer, under names of their own: what is due there is not what is due of a ticket. */
const movingIn = (lang: Lang) =>
  Object.fromEntries(
    Object.entries({ ...transfersSays[lang], ...transferKinds[lang], ...toldToStaff[lang] })
      .filter(([name]) => !OF_THE_PAGE.test(name))
      .map(([name, text]) => [`moving.${name}`, text]),
  );
/** What only the page of the person may say. */
const OF_THE_PAGE =
  /^(?:withdraw|correct|sending|stepSent|unsent|received|refused|again|toTransfer|empty|try|slow|unread|notFound|asOf)/;

/** How far a submission is, as its receipt says. */
const statusIn = (lang: Lang) =>
  Object.fromEntries(
    (["received", "queued", "in-review", "applied", "refused", "overtaken", "withdrawn"] satisfies ShownStatus[]).map(
      (status) => [`status.${status}`, receiptSays[lang][`step.${status}`]],
    ),
  );
