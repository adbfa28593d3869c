// The list of unsent forms, in English: a file of its own, fetched where this phone has kept something.
import { drawUnsent } from "../../drafts/unsent.ts";
import { en } from "../../messages/drafts.ts";

export const listUnsent = drawUnsent(en);
