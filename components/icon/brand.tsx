/** Shows the mark and the name, at the top of every page. */
import { Icon } from './icon.tsx';

export function Brand() {
  return (
    <p class="brand">
      <Icon name="mark" />
      Second Thought
    </p>
  );
}
