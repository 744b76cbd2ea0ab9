/** How a hall answered, in words. */
import type { Answer } from '../desk';
import { say } from '../shared/words';

export function answered(answer: Answer): string {
  return answer.by === 'count'
    ? say('answer-count', { for: answer.for, against: answer.against, abstain: answer.abstain })
    : say('answer-consent', { objections: answer.objections, aside: answer.aside });
}
