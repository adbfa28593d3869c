import type { TransferSeen } from "../../../shared/transfer/seen.ts";
import type { knownSays } from "../../messages/change-says.ts";
import type { KitWords } from "../../messages/kit.ts";
import type { transferKinds } from "../../messages/transfer.ts";
import type { transfersSays } from "../../messages/transfers.ts";

export type TransfersWords = KitWords &
  Record<keyof typeof transfersSays.zh | keyof typeof transferKinds.zh, string> &
  Pick<typeof knownSays.zh, "limitedTitle" | "limitedText" | "limitedLink"> &
  Record<"news" | "problem.refused", string>;

/** What one transfer is drawn with. `place`: the name of a division. */
export type Told = { view: TransferSeen; words: TransfersWords; place(division: string): string };
