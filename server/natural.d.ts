declare module "natural/lib/natural/inflectors/noun_inflector.js" {
	export default class NounInflector {
		singularize(word: string): string;
	}
}
