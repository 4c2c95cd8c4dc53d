/** A task that cannot go on for a reason it can name: the message is all a person needs, without a stack. */
export class TaskFailed extends Error {
  override readonly name = 'TaskFailed';
}
