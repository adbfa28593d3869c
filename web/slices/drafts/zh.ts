// The store of unsent forms, in Chinese. A file of its own: it is fetched where something is kept, or is about to be.
import { earlierIn } from "../../drafts/earlier.ts";
import { keeperIn } from "../../drafts/keeper.ts";
import { zh } from "../../messages/drafts.ts";

export const openKeeper = keeperIn(zh);
export const showEarlier = earlierIn(zh);
