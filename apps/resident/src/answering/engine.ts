/** The questionnaire engine: larger than the rest of the page, and a file of its own. */
export const loadEngine = () => import('@huhudao/ui/questionnaire');
