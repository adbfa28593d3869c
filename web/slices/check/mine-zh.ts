// My details, in Chinese: a file of its own, fetched while the record is read.
import { mineSays } from "../../messages/check-mine.ts";
import { mineIn } from "./mine.ts";

export const drawMine = mineIn(mineSays.zh);
