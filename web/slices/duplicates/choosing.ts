// The form that says which of two insurances stays. What it asks and says comes in a file of its own, which is as heavy as the form.
import { answerDuplicate } from "../../../shared/duplicates/contract.ts";
import { call } from "../../call.ts";
import type { KitWords } from "../../messages/kit.ts";
import { showUnread } from "../../notice.ts";
import { wordsOnPage } from "../../words.ts";
import { type Keyed, theForm } from "../change/form.ts";
import { type SendWords, travelAs } from "../change/journey.ts";
import { readKnown } from "../change/known.ts";
import { later } from "../enrolment/later.ts";
import type { Answer, ChooseFile } from "./choose.ts";

const words: SendWords = wordsOnPage<SendWords>();
const query = new URLSearchParams(location.search);
const whom = query.get("for");
type Asked = Keyed & { file: ChooseFile; view: unknown };

/** Both at once: who it is, and what was found. */
async function read(said: SendWords): Promise<Asked> {
  const loading = later<{ file: ChooseFile }>().catch(noFile);
  const { draftKeys } = await readKnown(said); // says why where nothing can be read, and what to do instead
  const { file } = await loading;
  Object.assign(words, file.brought);
  return { draftKeys, file, view: await file.read(said) };
}

function noFile(): Promise<never> {
  theForm().hidden = true;
  showUnread({ because: navigator.onLine ? "lost" : "offline" }, words as KitWords);
  return new Promise(() => {});
}

void travelAs<Asked, Answer>(
  {
    form: `duplicate.${query.get("id") ?? ""}`,
    read,
    send: ({ request }, attemptKey) => call(answerDuplicate, { body: request(), attemptKey }),
  },
  words,
  ({ file, view }, _, draft) => file.begin(view, words, draft),
);
if (whom)
  for (const link of Array.from(document.querySelectorAll<HTMLAnchorElement>("#back, a.leave"))) link.search = `?for=${whom}`;
