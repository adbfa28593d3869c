import { check } from "../../../messages/check.ts";
import { reasonWords } from "../../../messages/declaration.ts";
import type { KitWords } from "../../../messages/kit.ts";
import { reminders, remindersSays } from "../../../messages/reminders.ts";
import { toldToStaff } from "../../../messages/staff-transfer.ts";
import { transferKinds } from "../../../messages/transfer.ts";
import { transfersSays } from "../../../messages/transfers.ts";
import { wordsOnPage } from "../../../words.ts";
import type { TransfersWords } from "../../transfers/words.ts";
import { comingIn } from "./coming.ts";
import { movingIn } from "./moving.ts";

const moving = movingIn({
  ...wordsOnPage<KitWords & TransfersWords>(),
  ...transfersSays.zh,
  ...transferKinds.zh,
  ...toldToStaff.zh,
});

const coming = comingIn({
  ...remindersSays.zh,
  ...reasonWords.zh,
  "i.pension": check.zh.insurances.pension,
  "i.medical": check.zh.insurances.medical,
  title: reminders.zh.title,
});

export const drawMoving = (...about: Parameters<typeof moving>): HTMLElement[] => [...coming(...about), ...moving(...about)];
