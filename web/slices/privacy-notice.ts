// The notice: read, noted, and on to where the person wanted to go.
import { noteNotice } from "../../shared/privacy/contract.ts";
import { NOTICE_VERSION } from "../../shared/privacy/notice.ts";
import { call } from "../call.ts";
import { byId } from "../dom.ts";
import { onSubmit } from "../form.ts";
import type { FormWords } from "../messages/kit.ts";
import { returnPath } from "../paths.ts";
import { signedIn } from "../signed-in.ts";
import { wordsOnPage } from "../words.ts";

const PATIENCE_MS = 4000;
const words = wordsOnPage<FormWords>();

signedIn(words);
onSubmit(byId("form") as HTMLFormElement, words, async () => {
  // It asks for nothing, so it holds nobody up: what cannot be noted now is shown again the next time.
  await call(noteNotice, { body: { version: NOTICE_VERSION }, timeoutMs: PATIENCE_MS });
  location.replace(returnPath());
  return new Promise<void>(() => {}); // the button keeps its words while the next page comes
});
