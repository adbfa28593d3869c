import type { KitWords } from "../../../messages/kit.ts";
import { toldToStaff } from "../../../messages/staff-transfer.ts";
import { transferKinds } from "../../../messages/transfer.ts";
import { transfersSays } from "../../../messages/transfers.ts";
import { wordsOnPage } from "../../../words.ts";
import type { TransfersWords } from "../../transfers/words.ts";
import { movingIn } from "./moving.ts";

export const drawMoving = movingIn({
  ...wordsOnPage<KitWords & TransfersWords>(),
  ...transfersSays.en,
  ...transferKinds.en,
  ...toldToStaff.en,
});
