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
	return new ArticleClaims(finding);
}

/** What was found in prose, by the setting it was found in. */
const found = new Memo<string, readonly Found[]>();

/**
 * Finds the figures and times of blocks in a setting, overlaps settled. Offsets are the block's. Found once as long as neither block nor setting changes;
 * what is found is kept under one string for all blocks.
 */
function finding(setting: Setting): (block: Block) => readonly Found[] {
	const key = `${setting.dateline} ${setting.period}`;
	return (block) => found.of(block.prose, key, () => foundIn(block, setting).slice());
}
