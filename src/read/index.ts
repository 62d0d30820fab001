export { INPUT_FORMATS, readArticle, type InputFormat, type ReadOptions } from './article.ts';
export { readArticleFile } from './file.ts';
