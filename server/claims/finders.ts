import type { Article } from "../prose/article.ts";
import type { Block } from "../prose/block.ts";
import { atOnce } from "../prose/steps.ts";
import { Memo } from "../prose/versions/memo.ts";
import { ArticleClaims } from "./article-claims.ts";
import type { Claim } from "./claim.ts";
import type { Found, Setting } from "./finder.ts";
import { Version } from "./live.ts";
import { foundIn } from "./reading.ts";

/** Every claim of an article, in order of its start. */
export function find(article: Article, setting: Setting): Claim[] {
	const { lists, homes, counted } = atOnce(articleClaims().update(article, setting));
	const version = new Version(homes, article.places, counted);
	return lists.flatMap((list) => list.map((claim) => version.fixed(claim)));
}

/** The claims of an article that is still being written: no block is read twice. */
export function articleClaims(): ArticleClaims {
	return new ArticleClaims(findInBlock);
}

/** What was found in prose, by the setting it was found in. */
const found = new Memo<string, readonly Found[]>();

/** The figures and times of one block, overlaps settled. Offsets are the block's. Found once as long as neither block nor setting changes. */
export function findInBlock(block: Block, setting: Setting): readonly Found[] {
	return found.of(block.prose, `${setting.dateline} ${setting.period}`, () => foundIn(block, setting));
}
