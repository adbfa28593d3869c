import { estimateWords } from "../estimate/words.ts";
import type { AnswerWord } from "./answer.ts";
import { simulatedIn } from "./simulated.ts";

export const answer = simulatedIn(estimateWords<AnswerWord>());
