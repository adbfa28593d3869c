// The store of unsent forms, in English. A file of its own: it is fetched where something is kept, or is about to be.
import { earlierIn } from "../../drafts/earlier.ts";
import { keeperIn } from "../../drafts/keeper.ts";
import { en } from "../../messages/drafts.ts";

export const openKeeper = keeperIn(en);
export const showEarlier = earlierIn(en);
