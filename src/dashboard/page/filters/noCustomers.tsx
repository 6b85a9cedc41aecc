import { clearFilters } from './filters';

/** Said where the filters leave no customer. */
export function NobodyThere() {
  return (
    <div class="nobody">
      <p>No customer is like that: the filters exclude each other.</p>
      <button type="button" onClick={clearFilters}>
        Show all customers
      </button>
    </div>
  );
}
