/** Text as it may stand in an element or in an attribute within double quotation marks. */
export function escapeHtml(text: string): string {
	return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** A source of a reference: a link when it is an address of the web, else its words. Other schemes (`javascript:`) are words. */
export function sourceHtml(source: string): string {
	const words = escapeHtml(source);
	return /^https?:\/\/[^\s"<>]{1,2000}$/i.test(source) ? `<a href="${words}" rel="noreferrer">${words}</a>` : words;
}
