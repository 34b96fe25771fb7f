import type { Report } from "../../../server/check.ts";

/** All of a report that anybody sees. */
export function shown(report: Report): unknown {
	const { article, dateline, checked, directives, references } = report;
	return {
		dateline,
		checked,
		directives,
		mentions: references.mentions,
		entities: [...references.entities.keys()],
		blocks: article.blocks.map((block) => [block.start, block.end, block.text, block.context]),
		comments: article.comments,
		frontMatter: article.frontMatter,
	};
}
