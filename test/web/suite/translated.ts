import { runTests } from "./run.ts";

export const run = () => runTests(() => import("./translated.test.ts"));
