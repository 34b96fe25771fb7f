/** A stretch of text: UTF-16 offsets, half open. Whether they count from the article's or from a block's start, each use says. */
export interface Span {
	readonly start: number;
	readonly end: number;
}

/** Whether two spans share at least one character. */
export function overlaps(a: Span, b: Span): boolean {
	return a.start < b.end && b.start < a.end;
}

/** Whether `outer` takes in all of `inner`. */
export function contains(outer: Span, inner: Span): boolean {
	return outer.start <= inner.start && inner.end <= outer.end;
}
