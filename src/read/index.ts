export { INPUT_FORMATS, readArticle, type InputFormat, type ReadOptions } from './article.ts';
export { readArticleFile, type ReadFileOptions } from './file.ts';
