import type { Definition, Page, Panel, Question } from './definition.schema.ts';

/** A question with where it stands and the conditions of everything around it, outermost first. */
export interface PlacedQuestion {
  question: Question;
  /** JSON path of the question in its definition, such as `pages[0].elements[2]`. */
  path: string;
  page: string;
  /** `visibleIf` texts of page, panel and question that exist, with their paths. */
  conditions: readonly PlacedCondition[];
}

export interface PlacedCondition {
  path: string;
  text: string;
}

/** Every question of a definition in reading order. */
export function questionsOf(definition: Definition): PlacedQuestion[] {
  const placed: PlacedQuestion[] = [];
  for (const [pageIndex, page] of definition.pages.entries()) {
    const pagePath = `pages[${pageIndex}]`;
    const pageConditions = conditionOf(page, pagePath);
    for (const [elementIndex, element] of page.elements.entries()) {
      const path = `${pagePath}.elements[${elementIndex}]`;
      const conditions = [...pageConditions, ...conditionOf(element, path)];
      if (element.type !== 'panel') {
        placed.push({ question: element, path, page: page.name, conditions });
        continue;
      }
      for (const [questionIndex, question] of element.elements.entries()) {
        const questionPath = `${path}.elements[${questionIndex}]`;
        placed.push({
          question,
          path: questionPath,
          page: page.name,
          conditions: [...conditions, ...conditionOf(question, questionPath)],
        });
      }
    }
  }
  return placed;
}

function conditionOf(element: Page | Panel | Question, path: string): PlacedCondition[] {
  return element.visibleIf === undefined ? [] : [{ path: `${path}.visibleIf`, text: element.visibleIf }];
}
