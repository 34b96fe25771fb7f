import { runTests } from "./run.ts";

export const run = () => runTests(() => import("./browser.test.ts"));
